import type { Role } from '#domain/roles'
import type { Reader, Writer } from '#db/open'

/** A person who may sign in, with the roles held anywhere. */
export type PersonRow = { staffId: string; name: string; signInName: string; roles: readonly Role[]; hasPin: boolean }

/** Everybody who may sign in, by name. */
export async function listPeople(db: Reader | Writer): Promise<PersonRow[]> {
  const members = await db
    .selectFrom('staff_member')
    .leftJoin('local_pin', 'local_pin.staff_member_id', 'staff_member.id')
    .select(['staff_member.id', 'staff_member.name', 'staff_member.sign_in_name', 'local_pin.record'])
    .where('staff_member.archived_at', 'is', null)
    .orderBy('staff_member.name')
    .execute()
  const posts = await db
    .selectFrom('staff_post')
    .select(['staff_member_id', 'role'])
    .where('archived_at', 'is', null)
    .execute()
  return members.map((member) => ({
    staffId: member.id,
    name: member.name,
    signInName: member.sign_in_name,
    roles: [...new Set(posts.filter((post) => post.staff_member_id === member.id).map((post) => post.role))],
    hasPin: member.record !== null,
  }))
}

/** One person who may sign in; undefined when there is none or the sign-in was taken away. */
export async function findPerson(db: Reader | Writer, staffId: string): Promise<PersonRow | undefined> {
  return (await listPeople(db)).find((person) => person.staffId === staffId)
}
