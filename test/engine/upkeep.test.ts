import { foundedEngine } from '#kit/engine'
import type { TestEngine } from '#kit/engine'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let desk: TestEngine

beforeEach(async () => {
  desk = await foundedEngine()
})

afterEach(() => desk.end())

describe('the lamp of the status line', () => {
  test('tells when something was saved, and after a copy when one was last proved good', async () => {
    expect(await desk.done('upkeep.backUp')).toMatchObject({ patients: 0, invoices: 0 })
    // A fault here would read as a program that does not answer.
    expect(await desk.done('upkeep.state')).toEqual({
      savedAt: expect.any(Number),
      backupVerifiedAt: expect.any(Number),
    })
  })

  test('the check of every row finds nothing to complain about', async () => {
    expect(await desk.done('upkeep.verify')).toMatchObject({ faults: [] })
  })
})
