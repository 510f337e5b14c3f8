import type { FoundPatient } from '#contract/patients'
import type { Reader, Writer } from '#db/open'
import { countChanges, listChangedPatientIds, listPatients, listPatientsById } from '#db/queries/patients'
import type { PatientRow } from '#db/queries/patients'
import { normalPhone } from '#domain/identifiers'
import { matcher } from '#domain/name-search'
import { fold } from '#domain/names'
import type { Candidate } from '#domain/names'
import { legalName, likelyDuplicates } from '#domain/patient'
import type { Likeness } from '#domain/patient'
import type { Desk } from './desk.ts'
import { sieve, traceOf } from './search-sieve.ts'
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
  readonly #entries = new Map<string, Entry>()
  #words = new Set<string>()
  #sorted: readonly Entry[] = []
  #asOfChange = -1

  /** Takes in what was committed since; inside a write only before its first change. */
  async refresh(db: Reader | Writer): Promise<void> {
    const change = await countChanges(db)
    if (change <= this.#asOfChange) return
    const rows = await this.#changedRows(db)
    // Another refresh, begun later, may have ended earlier.
    if (change <= this.#asOfChange) return
    for (const row of rows) this.#entries.set(row.id, entryOf(row))
    if (rows.length > 0) this.#sort()
    this.#asOfChange = change
  }

  /** Everybody who fits what was typed, best first; everybody by name when nothing was. */
  search(text: string, withArchived: boolean): readonly IndexedPatient[] {
    const all = withArchived ? this.#sorted : this.#sorted.filter((entry) => !entry.patient.isArchived)
    if (fold(text) === '') return all.map((entry) => entry.patient)
    const passes = sieve(text, this.#words)
    const score = matcher(text)
    return all
      .flatMap((entry) => {
        const points = passes(entry.trace) ? score(entry.candidate) : undefined
        return points === undefined ? [] : [{ points, entry }]
      })
      .toSorted((a, b) => b.points - a.points || archivedLast(a.entry, b.entry))
      .map(({ entry }) => entry.patient)
  }

  /** Everybody who may be the same person, the likeliest first. */
  duplicatesOf(candidate: Likeness): readonly IndexedPatient[] {
    const phone = normalPhone(candidate.phone)
    const lastName = fold(candidate.lastName)
    const near = this.#sorted.filter(
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

  #sort(): void {
    this.#sorted = [...this.#entries.values()].toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
    this.#words = new Set(this.#sorted.flatMap((entry) => entry.trace.words))
  }
}

function archivedLast(a: Entry, b: Entry): number {
  return Number(a.patient.isArchived) - Number(b.patient.isArchived)
}

function entryOf(row: PatientRow): Entry {
  const { id, recordNumber, firstName, lastName, preferredName, birthDay, phone, isArchived } = row
  const candidate = { names: [firstName, lastName, preferredName], phones: [phone], birthDay, recordNumber }
  const foldedNames = candidate.names.map((name) => fold(name)).filter((name) => name !== '')
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
    trace: traceOf(candidate),
    sortKey: `${fold(`${lastName} ${firstName}`)} ${recordNumber}`,
    foldedNames,
    phoneDigits: normalPhone(phone),
  }
}
