import { join } from 'node:path'
import { openStore } from '#db/open'
import { firstStart, foundedEngine, manager } from '#kit/engine'
import type { TestEngine } from '#kit/engine'
import { readKeyFile } from '#vault/key-file-disk'
import { deriveKey, toSqlKey } from '#vault/keys'
import { openWithPassword } from '#vault/vault'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'

let desk: TestEngine

afterEach(() => desk.end())

/** Whose record the audit log says was looked at, by which call, once the engine has let the file go. */
async function looksWritten(): Promise<{ subject: string | null; patient_id: string | null }[]> {
  await desk.stop()
  const opened = await openWithPassword(await readKeyFile(desk.dir), manager.signInName, manager.password)
  if (opened === 'wrong') throw new Error('The manager founded this file.')
  const { dataKey } = opened
  const logKey = deriveKey(dataKey, 'change-log')
  const file = join(desk.dir, 'desk.db')
  const store = await openStore({ file, hexKey: toSqlKey(dataKey), logKey, now: () => desk.now })
  const rows = await store.read
    .selectFrom('audit_log')
    .select(['subject', 'patient_id'])
    .where('action', '=', 'look')
    .execute()
  await store.close()
  return rows
}

const placed = z.array(z.object({ id: z.string(), rooms: z.array(z.object({ id: z.string() })) }))

const seated = z.object({ me: z.object({ staffId: z.string() }) })

test('whoever opens an invoice looks at its patient, named in the call or not', async () => {
  desk = await foundedEngine()
  const staffId = seated.parse(await desk.done('signIn.state')).me.staffId
  const [clinic] = placed.parse((await desk.done('practice.get'))['locations'])
  const locationId = clinic?.id
  const name = { firstName: 'Ruth', lastName: 'Alvarado', preferredName: '', birthDay: '1980-01-02' }
  const contact = { phone: '', email: '', address: firstStart.locations[0]?.address, language: 'en', deskNotes: '' }
  const fields = { ...name, ...contact, homeLocationId: locationId }
  const { patientId } = await desk.done('patients.register', { fields, notADuplicate: true })
  const where = { locationId, roomId: clinic?.rooms[0]?.id, providerId: staffId, nurseId: null }
  const slot = { day: '2026-03-10', startMinute: 600, minutes: 30, ...where }
  const book = { patientId, kind: 'consultation', slot, notes: '' }
  const { appointmentId } = await desk.done('appointments.book', book)
  for (const step of ['arrive', 'complete']) {
    const { version } = await desk.done('appointments.get', { appointmentId })
    await desk.done(`appointments.${step}`, { appointmentId, version })
  }
  const { invoiceId } = await desk.done('invoices.draft', { appointmentId })
  await desk.done('invoices.get', { invoiceId })
  expect(await looksWritten()).toEqual([{ subject: 'invoices.get', patient_id: patientId }])
})
