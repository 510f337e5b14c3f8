import type { Handlers } from '#contract/house'
import type { Reader, Writer } from '#db/open'
import { listHeld } from '#db/queries/appointments'
import { findPractice, listLocations } from '#db/queries/practice'
import { findStaff, listStaff } from '#db/queries/staff'
import type { StaffRow } from '#db/queries/staff'
import { isActive } from '#domain/appointment-status'
import { addDays } from '#domain/dates'
import { passwordProblem } from '#domain/passwords'
import type { Role } from '#domain/roles'
import { VaultProblem } from '#vault/problem'
import { sameSignInName } from '#vault/sign-in-name'
import type { Desk } from './desk.ts'
import { passwordRefusal } from './passwords.ts'
import { found, Refusal } from './refusal.ts'
import { practiceToday } from './today.ts'

// Nobody is booked further ahead.
const horizonDays = 400

type Post = { role: Role; locationId: string | null }

/** The people with a sign-in. */
export const staff: Handlers<Desk>['staff'] = {
  async list(desk) {
    const members = await listStaff(desk.store.read)
    return members.map((member) => ({
      ...member,
      posts: member.posts.map(({ role, locationId }) => ({ role, locationId })),
    }))
  },

  async add(desk, input) {
    const { name, signInName, password, credentials, npi } = input
    const practice = await findPractice(desk.store.read)
    const problem = passwordProblem(password, { names: [name, signInName, practice?.name ?? ''] })
    if (problem !== undefined) throw passwordRefusal(problem, 'password')
    await checkNewcomer(desk.store.read, input)

    // The secret comes first and outside the transaction, as making it takes long; a refusal takes it away again.
    const staffId = desk.newId()
    await addSecret(desk, staffId, signInName, password)
    try {
      await desk.store.write(async (tx) => {
        await checkNewcomer(tx, input)
        tx.insert('staff_member', { id: staffId, name, sign_in_name: signInName, credentials, npi })
        for (const post of distinct(input.posts)) insertPost(tx, desk, staffId, post)
      })
    } catch (error) {
      await removeSecret(desk, staffId)
      throw error
    }
    return { staffId }
  },

  change(desk, { staffId, name, credentials, npi, posts }) {
    return desk.store.write(async (tx) => {
      const member = await memberInUse(tx, staffId)
      await checkPosts(tx, posts)
      if (!posts.some((post) => post.role === 'manager')) await refuseLastManager(tx, staffId, 'posts')
      tx.change('staff_member', staffId, { name, credentials, npi })
      const wanted = distinct(posts)
      for (const before of member.posts) {
        if (!wanted.some((post) => samePost(post, before))) tx.archive('staff_post', before.id, 'no longer held')
      }
      for (const post of wanted) {
        if (!member.posts.some((before) => samePost(post, before))) insertPost(tx, desk, staffId, post)
      }
      return { bookings: await countLeftBehind(tx, desk.now(), staffId, wanted) }
    })
  },

  async archive(desk, { staffId, reason }) {
    await desk.store.write(async (tx) => {
      await memberInUse(tx, staffId)
      await refuseLastManager(tx, staffId, 'staffId')
    })
    // The password goes first: were the rest to fail, the person could still be archived, but not sign in.
    await removeSecret(desk, staffId)
    return desk.store.write(async (tx) => {
      tx.archive('staff_member', staffId, reason)
      return { bookings: await countLeftBehind(tx, desk.now(), staffId, []) }
    })
  },
}

/** How many bookings to come name the person in a role that the posts do not give at their clinic. */
async function countLeftBehind(tx: Writer, now: number, staffId: string, posts: readonly Post[]): Promise<number> {
  const today = await practiceToday(tx, now)
  const holds = (role: Role, at: string) =>
    posts.some((post) => post.role === role && (post.locationId === null || post.locationId === at))
  const toCome = (await listHeld(tx, today, addDays(today, horizonDays))).filter((one) => isActive(one.status))
  return toCome.filter(
    (one) =>
      (one.providerId === staffId && !holds('provider', one.locationId)) ||
      (one.nurseId === staffId && !holds('nurse', one.locationId)),
  ).length
}

async function addSecret(desk: Desk, staffId: string, signInName: string, password: string): Promise<void> {
  try {
    await desk.secrets.add(staffId, signInName, password)
  } catch (error) {
    if (error instanceof VaultProblem && error.code === 'staff.name-taken') throw nameTaken(signInName)
    throw error
  }
}

/** Somebody without a secret cannot sign in either: nothing is left to take away. */
async function removeSecret(desk: Desk, staffId: string): Promise<void> {
  try {
    await desk.secrets.remove(staffId)
  } catch (error) {
    if (error instanceof VaultProblem && error.code === 'staff.unknown') return
    throw error
  }
}

async function checkNewcomer(db: Reader | Writer, input: { signInName: string; posts: readonly Post[] }) {
  const members = await listStaff(db)
  if (members.some((member) => !member.isArchived && sameSignInName(member.signInName, input.signInName))) {
    throw nameTaken(input.signInName)
  }
  await checkPosts(db, input.posts)
}

function nameTaken(signInName: string): Refusal {
  const message = `Somebody signs in as ${signInName} already.`
  return new Refusal('staff.name-taken', message, { path: 'signInName', facts: { name: signInName } })
}

async function checkPosts(db: Reader | Writer, posts: readonly Post[]): Promise<void> {
  const locations = await listLocations(db)
  for (const [place, { locationId }] of posts.entries()) {
    if (locationId === null || locations.some((location) => location.id === locationId)) continue
    throw new Refusal('record.not-found', 'This location does not exist.', { path: `posts.${place}.locationId` })
  }
}

async function memberInUse(tx: Writer, staffId: string): Promise<StaffRow> {
  const member = found(await findStaff(tx, staffId))
  if (member.isArchived) {
    throw new Refusal('record.archived', `The sign-in of ${member.name} was taken away already.`, { path: 'staffId' })
  }
  return member
}

async function refuseLastManager(tx: Writer, staffId: string, path: string): Promise<void> {
  const managers = (await listStaff(tx)).filter(
    (member) => !member.isArchived && member.posts.some((post) => post.role === 'manager'),
  )
  if (managers.some((member) => member.id !== staffId)) return
  const message = 'This is the only manager. Make somebody else a manager first.'
  throw new Refusal('staff.last-manager', message, { path })
}

function insertPost(tx: Writer, desk: Desk, staffId: string, { role, locationId }: Post): void {
  tx.insert('staff_post', { id: desk.newId(), staff_member_id: staffId, role, location_id: locationId })
}

function samePost(a: Post, b: Post): boolean {
  return a.role === b.role && a.locationId === b.locationId
}

function distinct(posts: readonly Post[]): Post[] {
  return posts.filter((post, place) => posts.findIndex((other) => samePost(post, other)) === place)
}
