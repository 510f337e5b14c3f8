import type { LocationView } from '#contract/practice'
import { addDays } from '#domain/dates'
import type { Day } from '#domain/dates'
import { sampleNames } from './patients.ts'
import { between } from './random.ts'
import { must } from './seats.ts'
import type { Seats } from './seats.ts'

const streets = ['Lark Lane', 'Cypress Street', 'Calle Mirador', 'Harbor Walk', 'Juniper Court', 'Paseo del Sol']
const alerts = ['Prefers the quiet room', 'Hard of hearing on the left', 'Allergic to latex', 'Needs a step stool']

/** A patient of the sample, with the clinic that is home. */
export type SamplePatient = { readonly id: string; readonly home: LocationView }

/** Registers the sixty patients at the desk; every third one is at home in the second clinic. */
export async function registerPatients(
  seats: Seats,
  locations: readonly LocationView[],
  today: Day,
  roll: () => number,
): Promise<SamplePatient[]> {
  const patients: SamplePatient[] = []
  for (const [index, [firstName, lastName, preferredName, language]] of sampleNames.entries()) {
    const home = locations[index % 3 === 2 ? 1 : 0]
    if (home === undefined) throw new Error('The sample practice needs two locations.')
    const { patientId } = must(
      await seats.desk.patients.register({
        notADuplicate: true,
        fields: {
          firstName,
          lastName,
          preferredName,
          birthDay: addDays(today, -365 * between(roll, 21, 74) - between(roll, 0, 364)),
          phone: `(${home.code === 'SM' ? '310' : '805'}) 555-01${String(index).padStart(2, '0')}`,
          email: index % 4 === 0 ? '' : `patient${index + 1}@example.com`,
          address: {
            street: `${between(roll, 10, 9800)} ${streets[index % streets.length] ?? ''}`,
            street2: index % 7 === 0 ? `Apt ${between(roll, 1, 40)}` : '',
            city: home.name,
            state: 'CA',
            postalCode: home.code === 'SM' ? '90403' : '93033',
          },
          language,
          homeLocationId: home.id,
          deskNotes: index % 9 === 0 ? 'Calls back after five.' : '',
        },
      }),
    )
    const alert = alerts[index % 11]
    if (alert !== undefined) must(await seats.desk.patients.addAlert({ patientId, text: alert }))
    patients.push({ id: patientId, home })
  }
  return patients
}
