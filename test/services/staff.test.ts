import { day } from '#domain/dates'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done, refused, roomAt } from '#kit/room'
import { logLength } from '#kit/rows'
import { booked } from '#kit/visit'
import type { Desk } from '#services/desk'
import { staff } from '#services/staff'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

const none = '0198a000-0000-7000-8000-000000000000'

function ana(desk: OpenDesk) {
  return {
    name: 'Ana Ruiz',
    signInName: 'ana',
    password: 'blue kettle on a small stove',
    credentials: '',
    npi: '',
    posts: [{ role: 'front_desk' as const, locationId: desk.santaMonica.id }],
  }
}

async function member(desk: OpenDesk, staffId: string) {
  return (await done(desk.at(['manager']).staff.list({}))).find((one) => one.id === staffId)
}

describe('adding a staff member', () => {
  test('gives a sign-in and the posts, each of them once', async () => {
    const desk = await openDesk()
    const posts = [...ana(desk).posts, ...ana(desk).posts, { role: 'biller' as const, locationId: null }]
    const { staffId } = await done(desk.at(['manager']).staff.add({ ...ana(desk), posts }))
    expect(desk.secrets.names.get(staffId)).toBe('ana')
    const added = await member(desk, staffId)
    expect(added).toMatchObject({ name: 'Ana Ruiz', signInName: 'ana', isArchived: false })
    expect(added?.posts).toHaveLength(2)
    expect(added?.posts).toEqual(expect.arrayContaining([posts[0], posts[2]]))
  })

  test.each([
    ['of somebody, whatever the capitals', { signInName: 'ELENA' }, 'staff.name-taken', 'signInName'],
    [
      'at a clinic that is not there',
      { posts: [{ role: 'nurse' as const, locationId: none }] },
      'record.not-found',
      'posts.0.locationId',
    ],
    ['with a short password', { password: 'blue kettle' }, 'sign-in.password-too-short', 'password'],
    ['with a common password', { password: 'passwordpassword' }, 'sign-in.password-too-common', 'password'],
    [
      'with the own name in the password',
      { password: 'a kettle for ana ruiz' },
      'sign-in.password-contains-name',
      'password',
    ],
    [
      'with the practice in the password',
      { password: 'kettles of coast infusion' },
      'sign-in.password-contains-name',
      'password',
    ],
  ])('%s is refused and leaves neither row nor secret', async (_, change, code, path) => {
    const desk = await openDesk()
    const [before, names] = [await logLength(desk.read), new Map(desk.secrets.names)]
    expect(await refused(desk.at(['manager']).staff.add({ ...ana(desk), ...change }))).toMatchObject({ code, path })
    expect(await logLength(desk.read)).toBe(before)
    expect(desk.secrets.names).toEqual(names)
  })

  test('leaves nothing when the secret cannot be kept', async () => {
    const desk = await openDesk()
    const before = await logLength(desk.read)
    desk.secrets.fails = true
    await expect(desk.at(['manager']).staff.add(ana(desk))).rejects.toThrow('the key file cannot be written')
    expect(await logLength(desk.read)).toBe(before)
  })

  test('when two add the same name at once, one is refused and only one secret stays', async () => {
    const desk = await openDesk()
    const { staff } = desk.at(['manager'])
    const replies = await Promise.all([staff.add(ana(desk)), staff.add({ ...ana(desk), name: 'Ana Pérez' })])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect([...desk.secrets.names.values()].filter((name) => name === 'ana')).toHaveLength(1)
  })

  test('a row that is refused after all takes its secret away again', async () => {
    const desk = await openDesk()
    const names = new Map(desk.secrets.names)
    const here = desk.desk(['manager'])
    const rival = { id: here.newId(), name: 'Ana', sign_in_name: 'Ana', credentials: '', npi: '' }
    const add: Desk['secrets']['add'] = async (staffId, signInName, password) => {
      await here.secrets.add(staffId, signInName, password)
      await here.store.write(async (tx) => tx.insert('staff_member', rival))
    }
    const rooms = roomAt('staff', staff, { ...here, secrets: { ...here.secrets, add } })
    expect((await refused(rooms.add(ana(desk)))).code).toBe('staff.name-taken')
    expect(desk.secrets.names).toEqual(names)
  })

  test('is for managers alone', async () => {
    const desk = await openDesk()
    const fault = await refused(desk.at(['front_desk', 'nurse', 'provider', 'biller']).staff.add(ana(desk)))
    expect(fault.code).toBe('call.not-allowed')
  })
})

describe('changing a staff member', () => {
  test('writes only the posts that differ', async () => {
    const desk = await openDesk()
    const { staff } = desk.at(['manager'])
    const { staffId } = await done(staff.add(ana(desk)))
    const { credentials, npi, posts } = ana(desk)
    const more = [...posts, { role: 'biller' as const, locationId: null }]
    const before = await logLength(desk.read)
    await done(staff.change({ staffId, name: 'Ana Ruiz', credentials, npi, posts: more }))
    expect(await logLength(desk.read)).toBe(before + 1)
    await done(staff.change({ staffId, name: 'Ana María Ruiz', credentials: 'RN', npi, posts: more.slice(1) }))
    expect(await member(desk, staffId)).toMatchObject({
      name: 'Ana María Ruiz',
      credentials: 'RN',
      posts: more.slice(1),
    })
    expect(await logLength(desk.read)).toBe(before + 3)
  })

  test('a clinic or a person that is not there is refused', async () => {
    const desk = await openDesk()
    const { staff } = desk.at(['manager'])
    const fields = { name: 'x', credentials: '', npi: '', posts: [{ role: 'nurse' as const, locationId: none }] }
    const nowhere = await refused(staff.change({ staffId: desk.nurseId, ...fields }))
    expect(nowhere).toMatchObject({ code: 'record.not-found', path: 'posts.0.locationId' })
    expect((await refused(staff.change({ staffId: none, ...fields }))).code).toBe('record.not-found')
  })
})

describe('the last manager', () => {
  test('can neither be archived nor lose the role, until there is another', async () => {
    const desk = await openDesk()
    const { staff } = desk.at(['manager'])
    const staffId = desk.managerId
    const provider = {
      staffId,
      name: 'Elena Márquez',
      credentials: 'MD',
      npi: '',
      posts: [{ role: 'provider' as const, locationId: null }],
    }
    expect(await refused(staff.archive({ staffId, reason: 'left' }))).toMatchObject({
      code: 'staff.last-manager',
      path: 'staffId',
    })
    expect(await refused(staff.change(provider))).toMatchObject({ code: 'staff.last-manager', path: 'posts' })
    expect(desk.secrets.names.has(staffId)).toBe(true)
    const second = { ...ana(desk), posts: [{ role: 'manager' as const, locationId: desk.oxnard.id }] }
    await done(staff.add(second))
    await done(staff.change(provider))
    await done(staff.archive({ staffId, reason: 'left' }))
  })
})

describe('archiving a staff member', () => {
  test('takes the sign-in away at once and keeps the person on the list', async () => {
    const desk = await openDesk()
    const { staff } = desk.at(['manager'])
    expect(await done(staff.archive({ staffId: desk.nurseId, reason: 'moved away' }))).toEqual({ bookings: 0 })
    expect(desk.secrets.names.has(desk.nurseId)).toBe(false)
    expect(await member(desk, desk.nurseId)).toMatchObject({ name: 'Joy Santos', isArchived: true })
    expect((await refused(staff.archive({ staffId: desk.nurseId, reason: 'again' }))).code).toBe('record.archived')
    expect((await refused(staff.archive({ staffId: none, reason: 'x' }))).code).toBe('record.not-found')
  })

  test('frees the sign-in name for somebody else', async () => {
    const desk = await openDesk()
    const { staff } = desk.at(['manager'])
    const { staffId } = await done(staff.add(ana(desk)))
    await done(staff.archive({ staffId, reason: 'left' }))
    await done(staff.add({ ...ana(desk), name: 'Ana Pérez' }))
  })

  test('works for somebody whose secret is gone already', async () => {
    const desk = await openDesk()
    desk.secrets.names.delete(desk.nurseId)
    await done(desk.at(['manager']).staff.archive({ staffId: desk.nurseId, reason: 'left' }))
    expect((await member(desk, desk.nurseId))?.isArchived).toBe(true)
  })
})

test('who leaves, or gives up a post, is told how many bookings to come still name them there', async () => {
  const desk = await openDesk()
  const { staff } = desk.at(['manager'])
  const patientId = await desk.aPatient()
  await desk.aPlan(patientId)
  await booked(desk, patientId)
  await booked(desk, await desk.aPatient(), { kind: 'consultation', day: day('2026-03-11'), nurseId: null })
  const okafor = { staffId: desk.providerId, name: 'Samuel Okafor', credentials: 'MD', npi: '' }
  const at = (locationId: string) => [{ role: 'provider' as const, locationId }]
  expect(await done(staff.change({ ...okafor, posts: at(desk.santaMonica.id) }))).toEqual({ bookings: 0 })
  expect(await done(staff.change({ ...okafor, posts: at(desk.oxnard.id) }))).toEqual({ bookings: 2 })
  expect(await done(staff.archive({ staffId: desk.nurseId, reason: 'Moved away' }))).toEqual({ bookings: 1 })
})
