import type { FoundPatient } from '#contract/patients'
import type { Reader, Writer } from '#db/open'
import { countChanges, listChangedPatientIds, listPatients, listPatientsById } from '#db/queries/patients'
import type { PatientRow } from '#db/queries/patients'
import { normalPhone } from '#domain/identifiers'
import { matcher } from '#domain/name-search'
import type { Candidate } from '#domain/name-search'
import { fold } from '#domain/names'
import { legalName, likelyDuplicates } from '#domain/patient'
import type { Likeness } from '#domain/patient'
import type { Desk } from './desk.ts'
import { Sieve, traceOf } from './search-sieve.ts'
import type { Trace } from './search-sieve.ts'

/** A patient as a search answers with, but for the age, which changes from day to day. */
export type IndexedPatient = Omit<FoundPatient, 'age'>

type Entry = {
  readonly patient: IndexedPatient
  readonly likeness: Required<Likeness>
  readonly candidate: Candidate
  readonly trace: Trace
  readonly sortKey: string
  readonly foldedNames: readonly string[]
  readonly phoneDigits: string | undefined
}

/** More matches than anybody reads through. */
const MANY = 400

// By the reading half of an open file, so that two files in one process never share an index.
const indexes = new WeakMap<Reader, PatientSearch>()

/** The search index of the open file; refresh it before asking. */
export function patientSearch(desk: Desk): PatientSearch {
  const known = indexes.get(desk.store.read)
  if (known !== undefined) return known
  const index = new PatientSearch()
  indexes.set(desk.store.read, index)
  return index
}

/** All patients of a file with their names folded once: a search reads them from memory, not from the file. */
export class PatientSearch {
  #entries: readonly Entry[] = []
  #sieve = new Sieve<Entry>([])
  #asOfChange = -1

  /** Takes in what was committed since; inside a write only before its first change. */
  async refresh(db: Reader | Writer): Promise<void> {
    const change = await countChanges(db)
    if (change <= this.#asOfChange) return
    const rows = await this.#changedRows(db)
    // Another refresh, begun later, may have ended earlier.
    if (change <= this.#asOfChange) return
    this.#asOfChange = change
    if (rows.length === 0) return
    const changed = new Set(rows.map((row) => row.id))
    const kept = this.#entries.filter((entry) => !changed.has(entry.patient.id))
    this.#entries = [...kept, ...rows.map(entryOf)].toSorted(byName)
    this.#sieve = new Sieve(this.#entries)
  }

  /** Everybody who fits what was typed, best first; everybody by name when nothing was. */
  search(text: string, withArchived: boolean): readonly IndexedPatient[] {
    const matches = fold(text) === '' ? this.#entries : this.#matches(text)
    return matches.map((entry) => entry.patient).filter((patient) => withArchived || !patient.isArchived)
  }

  #matches(text: string): readonly Entry[] {
    const begun = this.#sieve.who(text, 'begun')
    if (begun.size > MANY) {
      // Of so many nobody needs to know who fits a little better: those whose name it is come first.
      return [...new Set([...inOrder(this.#sieve.who(text, 'same')), ...inOrder(begun)])]
    }
    const score = matcher(text)
    return inOrder(this.#sieve.who(text, 'near'))
      .map((entry) => ({ entry, points: score(entry.candidate) ?? 0 }))
      .filter(({ points }) => points > 0)
      .toSorted((a, b) => b.points - a.points || archivedLast(a.entry, b.entry))
      .map(({ entry }) => entry)
  }

  /** Everybody who may be the same person, the likeliest first. */
  duplicatesOf(candidate: Likeness): readonly IndexedPatient[] {
    const phone = normalPhone(candidate.phone)
    const lastName = fold(candidate.lastName)
    const near = this.#entries.filter(
      (entry) =>
        entry.patient.birthDay === candidate.birthDay ||
        (phone !== undefined && entry.phoneDigits === phone) ||
        entry.foldedNames.includes(lastName),
    )
    const likenesses = new Map(near.map((entry) => [entry.likeness, entry.patient]))
    return likelyDuplicates(candidate, [...likenesses.keys()]).flatMap((likeness) => likenesses.get(likeness) ?? [])
  }

  async #changedRows(db: Reader | Writer): Promise<PatientRow[]> {
    if (this.#asOfChange < 0) return listPatients(db)
    const ids = await listChangedPatientIds(db, this.#asOfChange)
    return ids.length > 500 ? listPatients(db) : listPatientsById(db, ids)
  }
}

function inOrder(entries: Iterable<Entry>): Entry[] {
  return [...entries].toSorted(byName)
}

function byName(a: Entry, b: Entry): number {
  return a.sortKey < b.sortKey ? -1 : 1
}

function archivedLast(a: Entry, b: Entry): number {
  return Number(a.patient.isArchived) - Number(b.patient.isArchived)
}

function entryOf(row: PatientRow): Entry {
  const { id, recordNumber, firstName, lastName, preferredName, birthDay, phone, isArchived } = row
  const candidate = { names: [firstName, lastName, preferredName], phones: [phone], birthDay, recordNumber }
  const [first = '', last = '', preferred = ''] = candidate.names.map((name) => fold(name))
  const foldedNames = [first, last, preferred].filter((name) => name !== '')
  return {
    patient: {
      id,
      recordNumber,
      name: legalName(row),
      preferredName,
      birthDay,
      phone,
      homeLocationCode: row.homeLocationCode,
      isArchived,
    },
    likeness: { firstName, lastName, preferredName, birthDay, phone },
    candidate,
    trace: traceOf(foldedNames, candidate),
    sortKey: `${last} ${first} ${recordNumber}`,
    foldedNames,
    phoneDigits: normalPhone(phone),
  }
}
