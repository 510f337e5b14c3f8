import { day } from '#domain/dates'
import { matcher } from '#domain/name-search'
import { fold } from '#domain/names'
import { closeDesk, openDesk } from '#kit/practice'
import type { OpenDesk } from '#kit/practice'
import { done } from '#kit/room'
import { sampleNames } from '#sample/patients'
import { Sieve, traceOf } from '#services/search-sieve'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'

afterEach(closeDesk)

async function deskWithPeople(): Promise<OpenDesk> {
  const desk = await openDesk()
  await desk.aPatient({
    firstName: 'Zoë',
    lastName: 'Müller-Ñáñez',
    phone: '310 555 0141',
    birthDay: day('1985-03-08'),
  })
  await desk.aPatient({ firstName: 'María José', lastName: 'García Hernández', preferredName: 'Majo' })
  await desk.aPatient({ firstName: 'Seán', lastName: "O'Brien", homeLocationId: desk.oxnard.id })
  await desk.aPatient({ firstName: '小龙', lastName: '李', preferredName: 'Leo' })
  await desk.aPatient({ firstName: 'Marta', lastName: 'Garland' })
  return desk
}

async function found(desk: OpenDesk, text: string, withArchived = false): Promise<string[]> {
  const answer = await done(desk.at(['front_desk']).patients.search({ text, limit: 20, withArchived }))
  expect(answer.total).toBe(answer.patients.length)
  return answer.patients.map((patient) => patient.name)
}

describe('finding a patient', () => {
  test.each([
    ['without accents', 'muller nanez', 'Zoë Müller-Ñáñez'],
    ['without the apostrophe', 'obrien', "Seán O'Brien"],
    ['in two pieces', 'o brien', "Seán O'Brien"],
    ['with a slip', 'hernadez', 'María José García Hernández'],
    ['with two letters swapped', 'mulelr', 'Zoë Müller-Ñáñez'],
    ['last name first', 'garcia maria', 'María José García Hernández'],
    ['by the preferred name', 'majo', 'María José García Hernández'],
    ['in Chinese characters', '李', '小龙 李'],
    ['by the end of the phone number', '0141', 'Zoë Müller-Ñáñez'],
    ['by the whole phone number', '(310) 555-0141', 'Zoë Müller-Ñáñez'],
    ['by the birth day', '03/08/1985', 'Zoë Müller-Ñáñez'],
    ['by the birth day in a run', '03081985', 'Zoë Müller-Ñáñez'],
    ['by the record number', 'ox1-00001', "Seán O'Brien"],
    ['by the count alone, with too many zeros', '0000003', '小龙 李'],
    ['by name and birth day', 'zoe 3/8/1985', 'Zoë Müller-Ñáñez'],
  ])('%s', async (_, text, name) => {
    expect(await found(await deskWithPeople(), text)).toEqual([name])
  })

  test('whose name it is comes before whose name begins with it', async () => {
    const desk = await deskWithPeople()
    await desk.aPatient({ firstName: 'Mar', lastName: 'Quill' })
    expect(await found(desk, 'mar')).toEqual(['Mar Quill', 'María José García Hernández', 'Marta Garland'])
  })

  test('nothing typed lists everybody by last name, so many at a time', async () => {
    const desk = await deskWithPeople()
    const ana = desk.at(['front_desk'])
    const first = await done(ana.patients.search({ text: ' ', limit: 2, withArchived: false }))
    expect(first.total).toBe(5)
    expect(first.patients.map((patient) => patient.name)).toEqual(['María José García Hernández', 'Marta Garland'])
  })

  test('nobody fits somebody else', async () => {
    expect(await found(await deskWithPeople(), 'wolfgang')).toEqual([])
    expect(await found(await deskWithPeople(), 'zoe 3/9/1985')).toEqual([])
  })

  test('a corrected name is found at once, the old one no more', async () => {
    const desk = await deskWithPeople()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient({ firstName: 'Renée', lastName: 'Beauchamp' })
    expect(await found(desk, 'beauchamp')).toEqual(['Renée Beauchamp'])
    const { fields, version } = await done(ana.patients.page({ patientId }))
    await done(ana.patients.correct({ patientId, version, fields: { ...fields, lastName: 'Ashdown' } }))
    expect(await found(desk, 'beauchamp')).toEqual([])
    expect(await found(desk, 'ashdown')).toEqual(['Renée Ashdown'])
  })

  test('archived patients are found only when asked for, and again once restored', async () => {
    const desk = await deskWithPeople()
    const ana = desk.at(['front_desk'])
    const patientId = await desk.aPatient({ firstName: 'Imogen', lastName: 'Larkspur' })
    await done(ana.patients.archive({ patientId, reason: 'moved away' }))
    expect(await found(desk, 'larkspur')).toEqual([])
    expect(await found(desk, 'larkspur', true)).toEqual(['Imogen Larkspur'])
    await done(ana.patients.restore({ patientId, reason: 'came back' }))
    expect(await found(desk, 'larkspur')).toEqual(['Imogen Larkspur'])
  })

  test('two open files do not know of each other', async () => {
    const [one, other] = [await openDesk(), await openDesk()]
    await one.aPatient({ firstName: 'Imogen', lastName: 'Larkspur' })
    expect(await found(one, 'larkspur')).toEqual(['Imogen Larkspur'])
    expect(await found(other, 'larkspur')).toEqual([])
  })

  test('among very many of one beginning those of that very name come first', async () => {
    const desk = await openDesk()
    for (let count = 0; count < 402; count += 1) await desk.aPatient({ firstName: 'Rosa', lastName: `Ann${count}x` })
    await desk.aPatient({ firstName: 'Zelda', lastName: 'Rosannah' })
    await desk.aPatient({ firstName: 'Zelda', lastName: 'Ros' })
    const answer = await done(desk.at(['front_desk']).patients.search({ text: 'ros', limit: 1, withArchived: false }))
    expect(answer.total).toBe(404)
    expect(answer.patients.map((patient) => patient.name)).toEqual(['Zelda Ros'])
  })
})

describe('the glance before the search', () => {
  const people = sampleNames.map(([first, last, preferred], index) => {
    const candidate = {
      names: [first, last, preferred],
      phones: [`(310) 555-01${String(index).padStart(2, '0')}`],
      birthDay: `19${40 + index}-0${(index % 9) + 1}-${10 + (index % 19)}`,
      recordNumber: `SM1-${String(index * 7).padStart(5, '0')}`,
    }
    const folded = candidate.names.map((name) => fold(name)).filter((name) => name !== '')
    return { candidate, trace: traceOf(folded, candidate) }
  })
  const sieve = new Sieve(people)

  const slip = fc.tuple(fc.constantFrom('drop', 'double', 'swap', 'other', 'cut', 'none'), fc.nat())
  const somethingTyped = fc
    .record({
      person: fc.constantFrom(...people),
      parts: fc.array(fc.nat(14), { minLength: 1, maxLength: 3 }),
      slips: fc.array(slip, { maxLength: 2 }),
      glue: fc.constantFrom(' ', '', '-', '/'),
    })
    .map(({ person, parts, slips, glue }) => {
      const { names, phones, birthDay, recordNumber } = person.candidate
      const [year = '', month = '', date = ''] = birthDay.split('-')
      const digits = phones[0]?.replace(/\D/g, '') ?? ''
      const birth = [
        `${Number(month)}/${date}/${year}`,
        `${month}-${date}-${year.slice(2)}`,
        month + date + year,
        birthDay,
      ]
      const numbers = [digits, `1${digits}`, digits.slice(-4), ...birth, recordNumber, recordNumber.slice(4)]
      const sources = [...names, ...names.map((name) => fold(name)), ...numbers]
      const text = parts.map((part) => sources[part % sources.length] ?? '').join(glue)
      return slips.reduce((typed, [kind, at]) => slipped(typed, kind, at % Math.max(typed.length, 1)), text)
    })

  test('lets everybody through who fits, however it was typed', () => {
    fc.assert(
      fc.property(somethingTyped, (typed) => {
        const score = matcher(typed)
        const passed = sieve.who(typed, 'near')
        expect(people.filter((person) => (score(person.candidate) ?? 0) > 0 && !passed.has(person))).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })
})

function slipped(typed: string, kind: string, at: number): string {
  const [before, letter, after] = [typed.slice(0, at), typed.charAt(at), typed.slice(at + 1)]
  switch (kind) {
    case 'drop':
      return before + after
    case 'double':
      return before + letter + letter + after
    case 'swap':
      return before + after.charAt(0) + letter + after.slice(1)
    case 'other':
      return `${before}q${after}`
    case 'cut':
      return typed.slice(0, Math.max(at, 1))
    default:
      return typed
  }
}
