import { useDesk, useLocation } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Facts } from '#ui/inspector'
import { Notice } from '#ui/notice'
import { useWords } from '#ui/words'
import css from './css/patient.module.css'
import type { Page } from './use-standing.ts'

/** What the desk wrote down of a patient; hidden while a patient can see the screen. */
export function DetailsPart({ fields }: { fields: Page['fields'] }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { day, phone } = useFormats()
  const home = useLocation(fields.homeLocationId)
  if (desk.isPrivate) return <Notice>{patients.privacyHint}</Notice>
  return (
    <div className={css['details']}>
      <Facts
        facts={[
          [patients.firstName, fields.firstName],
          [patients.lastName, fields.lastName],
          [patients.preferredName, orDash(fields.preferredName)],
          [patients.birthDay, day(fields.birthDay)],
          [patients.language, patients.languages[fields.language]],
          [patients.homeLocation, orDash(home?.name ?? '')],
        ]}
      />
      <Facts
        facts={[
          [patients.phone, orDash(phone(fields.phone))],
          [common.email, orDash(fields.email)],
          [patients.address, orDash(addressLines(fields.address))],
          [patients.deskNotes, orDash(fields.deskNotes)],
        ]}
      />
    </div>
  )
}

function orDash(text: string): string {
  return text === '' ? '–' : text
}

function addressLines({ street, street2, city, state, postalCode }: Page['fields']['address']): string {
  const place = [city, [state, postalCode].filter((part) => part !== '').join(' ')]
  return [street, street2, place.filter((part) => part !== '').join(', ')].filter((line) => line !== '').join('\n')
}
