import type { Client } from '#contract/house'
import { samplePeople } from './people.ts'
import { must } from './seats.ts'

const everyDay = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, openMinute: 7 * 60 + 30, closeMinute: 18 * 60 }))

/** Founds the sample practice at the manager's window and adds the other seven people. */
export async function foundSample(manager: Client): Promise<void> {
  const first = samplePeople[0]
  if (first === undefined) throw new Error('The sample practice needs a founder.')
  const { recoveryCode } = must(
    await manager.setup.create({
      practice: {
        name: 'Sample Coast Infusion',
        legalName: 'Sample Coast Infusion Medical Group, Inc.',
        ein: '98-7654321',
        npi: '',
        phone: '(310) 555-0100',
        logoPng: '',
      },
      locations: [
        {
          code: 'SM',
          name: 'Santa Monica',
          address: {
            street: '100 Sample Avenue, Suite 200',
            street2: '',
            city: 'Santa Monica',
            state: 'CA',
            postalCode: '90401',
          },
          phone: '(310) 555-0101',
          zone: 'America/Los_Angeles',
          rooms: ['Chair 1', 'Chair 2', 'Quiet room'],
          hours: everyDay,
        },
        {
          code: 'OX',
          name: 'Oxnard',
          address: { street: '200 Example Street', street2: '', city: 'Oxnard', state: 'CA', postalCode: '93030' },
          phone: '(805) 555-0102',
          zone: 'America/Los_Angeles',
          rooms: ['Chair 1', 'Chair 2', 'Garden room'],
          hours: everyDay,
        },
      ],
      manager: {
        name: first.name,
        signInName: first.signInName,
        password: first.password,
        credentials: first.credentials,
        npi: first.npi,
        alsoRoles: [...first.alsoRoles],
      },
    }),
  )
  must(await manager.setup.confirmRecoveryCode({ code: recoveryCode }))
  const { locations } = must(await manager.practice.get({}))
  for (const person of samplePeople.slice(1)) {
    const locationId = locations.find((location) => location.code === person.at)?.id ?? null
    must(
      await manager.staff.add({
        name: person.name,
        signInName: person.signInName,
        password: person.password,
        credentials: person.credentials,
        npi: person.npi,
        posts: [person.role, ...person.alsoRoles].map((role) => ({ role, locationId })),
      }),
    )
  }
}
