import type { LocalDeviceTable, LocalPinTable } from '#db/schema-local'
import type { Reader, Writer } from '#db/open'

/** Who this PC is. Throws when the file was never begun. */
export async function findDevice(db: Reader | Writer): Promise<LocalDeviceTable> {
  return db.selectFrom('local_device').selectAll().executeTakeFirstOrThrow()
}

/** A setting of this PC; undefined when it was never set. */
export async function findSetting(db: Reader | Writer, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('local_setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

/** The PIN record of a staff member on this PC. */
export async function findPin(db: Reader | Writer, staffId: string): Promise<LocalPinTable | undefined> {
  return db.selectFrom('local_pin').selectAll().where('staff_member_id', '=', staffId).executeTakeFirst()
}

/** The name of the practice; empty before it is founded. */
export async function findPracticeName(db: Reader | Writer): Promise<string> {
  const row = await db.selectFrom('practice').select('name').executeTakeFirst()
  return row?.name ?? ''
}
