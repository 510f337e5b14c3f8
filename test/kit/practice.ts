import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client, Handlers } from '#contract/house'
import { may } from '#contract/permissions'
import { connect } from '#db/connect'
import { deriveAll } from '#db/derive'
import { newId } from '#db/ids'
import { openStore } from '#db/open'
import type { Reader } from '#db/open'
import { listLocations } from '#db/queries/practice'
import type { LocationRow } from '#db/queries/practice'
import { verifyChains } from '#db/verify-chain'
import { present } from '#domain/certain'
import { instantAt } from '#domain/clock'
import { day } from '#domain/dates'
import type { ProtocolKind } from '#domain/plan'
import type { Role } from '#domain/roles'
import { done, roomAt } from '#kit/room'
import type { Desk } from '#services/desk'
import { foundPractice } from '#services/found-practice'
import { patients } from '#services/patients'
import { plans } from '#services/plans'
import { practice } from '#services/practice'
import { prices } from '#services/prices'
import { staff } from '#services/staff'
import { VaultProblem } from '#vault/problem'
import { sameSignInName } from '#vault/sign-in-name'

type Founding = Parameters<Handlers<Desk>['setup']['create']>[1]
/** What is written down of a patient. */
export type PatientFields = Parameters<Handlers<Desk>['patients']['register']>[1]['fields']
type Start = Parameters<Handlers<Desk>['plans']['start']>[1]

/** The rooms of the practice itself, called at one desk. */
export type DeskRooms = Pick<Client, 'practice' | 'staff' | 'prices' | 'patients' | 'plans'>

/** A founded practice with two locations, on a Tuesday at nine in the morning. */
export type OpenDesk = {
  readonly read: Reader
  /** Where it is kept, for a second process that opens it too. */
  readonly file: string
  /** The clock of the PC; it stands still until it is moved. */
  readonly clock: { now: number; goTo(on: string, minute: number): void; pass(minutes: number): void }
  /** Santa Monica, SM: Chair 1, Chair 2, Quiet room; every day but Sunday, 8 AM to 6 PM. */
  readonly santaMonica: LocationRow
  /** Oxnard, OX: the same hours and rooms of the same names. */
  readonly oxnard: LocationRow
  readonly zone: string
  /** Dr. Elena Márquez, who founded the practice: manager and provider at both locations. */
  readonly managerId: string
  /** Joy Santos: nurse at both locations. */
  readonly nurseId: string
  /** Samuel Okafor: provider at both locations. */
  readonly providerId: string
  /** The sign-in secrets beside the file: staff id to sign-in name. `fails` makes the next one fail. */
  readonly secrets: { readonly names: Map<string, string>; fails: boolean }
  /** The desk of somebody with these roles; without a person, of a made-up one who is not on the staff. */
  desk(roles: readonly Role[], staffId?: string): Desk
  /** The rooms of the practice itself at such a desk, called as a screen calls them. */
  at(roles: readonly Role[], staffId?: string): DeskRooms
  /** Registers a patient at Santa Monica: a new name each time unless fields say otherwise. */
  aPatient(fields?: Partial<PatientFields>): Promise<string>
  /** Starts a plan from the first protocol of this kind, six mood infusions unless said otherwise. */
  aPlan(patientId: string, more?: PlanWishes): Promise<string>
}

/** What is different from the protocol in a plan. */
export type PlanWishes = {
  readonly kind?: ProtocolKind
  readonly phase?: 'induction' | 'maintenance'
  readonly providerId?: string
  readonly clinical?: Partial<Start['clinical']>
  readonly course?: Partial<Start['course']>
}

/** What the file of the kit is opened with. */
export const kitKeys = { hexKey: '5a'.repeat(32), logKey: Buffer.alloc(32, 7) }
const { hexKey, logKey } = kitKeys
const zone = 'America/Los_Angeles'
const weekdays = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, openMinute: 480, closeMinute: 1080 }))
const address = { street: '', street2: '', city: '', state: 'CA', postalCode: '' }
const place = { address, phone: '', zone, rooms: ['Chair 1', 'Chair 2', 'Quiet room'], hours: weekdays }

/** What the practice of the kit is founded with. */
export const founding: Founding = {
  practice: { name: 'Coast Infusion', legalName: 'Coast Infusion, Inc.', ein: '', npi: '', phone: '', logoPng: '' },
  locations: [
    { ...place, code: 'SM', name: 'Santa Monica' },
    { ...place, code: 'OX', name: 'Oxnard' },
  ],
  manager: {
    name: 'Elena Márquez',
    signInName: 'elena',
    password: 'seven lanterns on the pier',
    credentials: 'MD',
    npi: '1234567893',
    alsoRoles: ['provider'],
  },
}

type Closing = { dir: string; close(): Promise<void> }
const open = new Set<Closing>()

/** Founds a practice in a file of its own. */
export async function openDesk(): Promise<OpenDesk> {
  const dir = mkdtempSync(join(tmpdir(), 'desk-'))
  const clock = {
    now: instant('2026-03-10', 9 * 60),
    goTo(on: string, minute: number) {
      clock.now = instant(on, minute)
    },
    pass(minutes: number) {
      clock.now += minutes * 60_000
    },
  }
  const store = await openStore({ file: join(dir, 'desk.db'), hexKey, logKey, now: () => clock.now })
  open.add({ dir, close: () => store.close() })
  const world = { newId: () => newId(clock.now), now: () => clock.now }
  const managerId = world.newId()
  const [nurseId, providerId] = [world.newId(), world.newId()]
  await store.write({ actor: managerId, location: null }, async (tx) => {
    foundPractice(tx, world, founding, managerId)
    for (const [id, name, role] of [
      [nurseId, 'Joy Santos', 'nurse'],
      [providerId, 'Samuel Okafor', 'provider'],
    ] as const) {
      tx.insert('staff_member', { id, name, sign_in_name: name.split(' ')[0] ?? '', credentials: '', npi: '' })
      tx.insert('staff_post', { id: world.newId(), staff_member_id: id, role, location_id: null })
    }
  })
  const [santaMonica, oxnard] = await listLocations(store.read)
  const names = new Map([
    [managerId, 'elena'],
    [nurseId, 'Joy'],
    [providerId, 'Samuel'],
  ])
  const secrets = { names, fails: false }
  let registered = 0

  function desk(roles: readonly Role[], staffId: string = world.newId()): Desk {
    return {
      store: {
        get read() {
          return store.read
        },
        write: (work, location) => store.write({ actor: staffId, location: location ?? null }, work),
      },
      me: { staffId, name: 'Ana Ruiz', roles },
      may: (permission) => may(roles, permission),
      ...world,
      print: async () => notHere('print'),
      secrets: {
        async add(id, signInName) {
          if (secrets.fails) throw new Error('the key file cannot be written')
          const isTaken = [...names.values()].some((name) => sameSignInName(name, signInName))
          if (isTaken) throw new VaultProblem('staff.name-taken', 'Another staff member has this sign-in name.')
          names.set(id, signInName)
        },
        async remove(id) {
          if (!names.delete(id)) throw new VaultProblem('staff.unknown', 'This staff member has no sign-in.')
        },
      },
      upkeep: {
        lastSavedAt: () => store.lastSavedAt(),
        lastVerifiedAt: async () => notHere('lastVerifiedAt'),
        backUp: async () => notHere('backUp'),
        verify: async () => notHere('verify'),
      },
    }
  }

  function at(roles: readonly Role[], staffId?: string): DeskRooms {
    const here = desk(roles, staffId)
    return {
      practice: roomAt('practice', practice, here),
      staff: roomAt('staff', staff, here),
      prices: roomAt('prices', prices, here),
      patients: roomAt('patients', patients, here),
      plans: roomAt('plans', plans, here),
    }
  }

  const home = present(santaMonica, 'the practice of the kit has two locations')
  return {
    get read() {
      return store.read
    },
    file: join(dir, 'desk.db'),
    clock,
    santaMonica: home,
    oxnard: present(oxnard, 'the practice of the kit has two locations'),
    zone,
    managerId,
    nurseId,
    providerId,
    secrets,
    desk,
    at,
    async aPatient(fields = {}) {
      registered += 1
      const input = { fields: { ...somebody(registered, home.id), ...fields }, notADuplicate: true }
      return (await done(at(['front_desk']).patients.register(input))).patientId
    },
    async aPlan(patientId, more = {}) {
      const rooms = at(['provider'], providerId)
      const { kind = 'mood', phase = 'induction' } = more
      const protocols = await done(rooms.plans.protocols({}))
      const protocol = present(
        protocols.find((one) => one.kind === kind && one.phase === phase),
        'a practice has a protocol of each kind and phase',
      )
      const clinical = {
        indication: 'Major depressive disorder',
        icd10Codes: ['F33.2'],
        microgramsPerKg: protocol.microgramsPerKg,
        clinicalNotes: '',
        ...more.clinical,
      }
      const course = { ...protocol.course, ...more.course }
      const who = { patientId, protocolId: protocol.id, providerId: more.providerId ?? providerId }
      return (await done(rooms.plans.start({ ...who, clinical, course }))).planId
    },
  }
}

/** Closes every practice that is open, once its rows agree with its log and both chains hold. Call it after each story. */
export async function closeDesk(): Promise<void> {
  const faults: string[] = []
  for (const one of open) {
    await one.close()
    const db = connect(join(one.dir, 'desk.db'), hexKey, { readonly: true })
    faults.push(...deriveAll(db).faults, ...verifyChains(db, logKey).faults)
    db.close()
    rmSync(one.dir, { recursive: true })
  }
  open.clear()
  if (faults.length > 0) throw new Error(`the log and the file differ:\n${faults.join('\n')}`)
}

/** The fields of somebody nobody could take for the one before. */
export function somebody(count: number, homeLocationId: string): PatientFields {
  return {
    firstName: `Given${'abcdefghij'.charAt(count % 10)}${count}`,
    lastName: `Family${'qrstuvwxyz'.charAt(count % 10)}${count}`,
    preferredName: '',
    birthDay: day(`19${String(50 + (count % 45)).padStart(2, '0')}-0${(count % 9) + 1}-15`),
    phone: `(310) 555-${String(1000 + count)}`,
    email: '',
    address: { street: '12 Lark Lane', street2: '', city: 'Santa Monica', state: 'CA', postalCode: '90403' },
    language: 'en',
    homeLocationId,
    deskNotes: '',
  }
}

function instant(on: string, minute: number): number {
  return present(instantAt(day(on), minute, zone), 'a minute that this day has')
}

function notHere(what: string): never {
  throw new Error(`The desk of the kit cannot ${what}.`)
}
