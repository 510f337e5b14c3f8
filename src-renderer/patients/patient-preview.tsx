import { useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { Facts, Inspector } from '#ui/inspector'
import { useKeys } from '#ui/keys'
import { FaultNotice } from '#ui/notice'
import { LocationBadge, Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/patients.module.css'
import { shownName } from '#ui/shown-name'
import { useStanding } from './use-standing.ts'

/** Who was found, beside the list: enough to answer the phone. */
export function PatientPreview({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { day, phone } = useFormats()
  const look = useLook(['patients', 'page'], { patientId })
  const standing = useStanding()
  const page = look.value
  const mayBook = desk.may('appointments.write') && page?.isArchived === false
  useKeys([
    { keys: 'B', label: patients.book, run: () => desk.bookFor(patientId), isOff: !mayBook },
    { keys: 'O', label: patients.open, run: () => desk.openPatient(patientId) },
  ])
  if (page === undefined) {
    return (
      <Inspector title={patients.title} onClose={onClose}>
        <FaultNotice fault={look.fault} />
      </Inspector>
    )
  }
  const { next, balance, course } = standing(page)
  return (
    <Inspector
      title={shownName(page.name, desk.isPrivate)}
      badge={<LocationBadge code={page.homeLocationCode} />}
      onClose={onClose}
      actions={
        <>
          {mayBook ? (
            <Button keyHint="B" onClick={() => desk.bookFor(patientId)}>
              {patients.book}
            </Button>
          ) : null}
          <Button variant="primary" keyHint="O" onClick={() => desk.openPatient(patientId)}>
            {patients.open}
          </Button>
        </>
      }
    >
      {page.alerts.length === 0 ? null : (
        <ul className={css['tags']} aria-label={patients.alerts}>
          {page.alerts.map((alert) => (
            <li key={alert.id}>
              <Tag tone="caution">{alert.text}</Tag>
            </li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          [patients.next, next],
          [patients.course, course],
          ...(balance === undefined ? [] : [[balance.label, balance.amount] as const]),
          [
            patients.birthDay,
            desk.isPrivate ? common.years(page.age) : common.dayAndAge(day(page.fields.birthDay), page.age),
          ],
          [patients.phone, desk.isPrivate ? patients.hidden : phone(page.fields.phone)],
          [patients.record, page.recordNumber],
          ...(desk.isPrivate || page.fields.deskNotes === ''
            ? []
            : [[patients.deskNotes, page.fields.deskNotes] as const]),
        ]}
      />
    </Inspector>
  )
}
