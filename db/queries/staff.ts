import type { Role } from '#domain/roles'
import type { Reader, Writer } from '#db/open'

/** A role that somebody holds at a location; no location means at every one. */
export type PostRow = { id: string; role: Role; locationId: string | null }

/** A person with a sign-in, or who had one, and the posts held now. */
export type StaffRow = {
  id: string
  name: string
  signInName: string
  credentials: string
  npi: string
  posts: PostRow[]
  isArchived: boolean
}

/** Everybody who works or worked here, by name. */
export async function listStaff(db: Reader | Writer): Promise<StaffRow[]> {
  const members = await db.selectFrom('staff_member').selectAll().orderBy('name').orderBy('id').execute()
  const posts = await db.selectFrom('staff_post').selectAll().where('archived_at', 'is', null).orderBy('id').execute()
  return members.map((member) => ({
    id: member.id,
    name: member.name,
    signInName: member.sign_in_name,
    credentials: member.credentials,
    npi: member.npi,
    posts: posts
      .filter((post) => post.staff_member_id === member.id)
      .map((post) => ({ id: post.id, role: post.role, locationId: post.location_id })),
    isArchived: member.archived_at !== null,
  }))
}

/** One person who works or worked here; undefined when there is none. */
export async function findStaff(db: Reader | Writer, staffId: string): Promise<StaffRow | undefined> {
  return (await listStaff(db)).find((member) => member.id === staffId)
}
