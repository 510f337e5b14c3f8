import type { ReactNode } from 'react'
import { useDesk } from '#ui/desk-context'
import { cx } from '#ui/cx'
import { LocationBadge } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/patient.module.css'
import { useStanding, type Page } from './use-standing.ts'

/** More infusions than this are told in words alone. */
const mostPips = 12

/** What is next, how far the course is, and what is owed: read at a glance. */
export function StandingStrip({ page }: { page: Page }) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { next, course, balance } = useStanding()(page)
  const coming = page.next
  const plan = page.course
  return (
    <dl className={css['strip']}>
      <Block label={patients.next}>
        {coming === null ? (
          <span className={css['nothing']}>{next}</span>
        ) : (
          <>
            <button
              type="button"
              className={css['link']}
              onClick={() => desk.openAppointment(coming.appointmentId, coming.day)}
            >
              {next}
            </button>
            <small className={css['note']}>
              <LocationBadge code={coming.locationCode} /> {common.kinds[coming.kind]}
            </small>
          </>
        )}
      </Block>
      <Block label={plan === null ? patients.course : plan.protocolName}>
        <span className={cx(plan === null && css['nothing'])}>{course}</span>
        {plan === null ? null : (
          <small className={css['note']}>
            {plan.of <= mostPips ? <Pips done={plan.done} booked={plan.booked} of={plan.of} /> : null}
            {plan.booked === 0 ? null : patients.courseBooked(plan.booked)}
          </small>
        )}
      </Block>
      {balance === undefined ? null : (
        <Block label={balance.label}>
          <span className={css['figure']}>{balance.amount}</span>
          <small className={css['note']}>{balance.note}</small>
        </Block>
      )}
      {desk.isPrivate || page.fields.deskNotes === '' ? null : (
        <Block label={patients.deskNotes}>
          <span className={css['notes']} title={page.fields.deskNotes}>
            {page.fields.deskNotes}
          </span>
        </Block>
      )}
    </dl>
  )
}

function Block({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css['block']}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Pips({ done, booked, of }: { done: number; booked: number; of: number }) {
  return (
    <span className={css['pips']} aria-hidden>
      {Array.from({ length: of }, (_, at) => (
        <i key={at} className={cx(css['pip'], at < done ? css['done'] : at < done + booked && css['booked'])} />
      ))}
    </span>
  )
}
