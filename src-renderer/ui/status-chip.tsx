import { type ReactNode } from 'react'
import { type Card } from '#contract/appointments'
import css from './css/status-chip.module.css'
import { cx } from './cx.tsx'
import { useWords } from './words.tsx'

type AppointmentStatus = Card['status']

/** Where an appointment stands: a shape, a colour and a word, so that none of them is needed alone. */
export function StatusChip({ status, hidesWord }: { status: AppointmentStatus; hidesWord?: boolean }) {
  const { statuses } = useWords()
  return (
    <span className={cx(css['chip'], css[status])}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden className={css['shape']}>
        {shapes[status]}
      </svg>
      <span className={cx(hidesWord === true && 'visually-hidden')}>{statuses[status]}</span>
    </span>
  )
}

const ring = <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />

const shapes: Readonly<Record<AppointmentStatus, ReactNode>> = {
  booked: ring,
  confirmed: (
    <>
      {ring}
      <circle cx="6" cy="6" r="2" fill="currentColor" />
    </>
  ),
  arrived: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  roomed: <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" fill="currentColor" />,
  infusing: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.3" />
      <path
        d="M6 1.5 A4.5 4.5 0 0 1 10.5 6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        className={css['moving']}
      />
    </>
  ),
  recovering: (
    <>
      {ring}
      <path d="M2.8 8.6 8.6 2.8M4 10 10 4M2 6 6 2" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  ready: <path d="M1.8 6.4 4.8 9.2 10.2 3" fill="none" stroke="currentColor" strokeWidth="2" />,
  completed: <path d="M2.2 6.4 4.9 9 9.8 3.4" fill="none" stroke="currentColor" strokeWidth="1.25" />,
  cancelled: <path d="M2.5 2.5 9.5 9.5M9.5 2.5 2.5 9.5" stroke="currentColor" strokeWidth="1.25" />,
  late_cancelled: (
    <>
      {ring}
      <path d="M3.5 3.5 8.5 8.5M8.5 3.5 3.5 8.5" stroke="currentColor" strokeWidth="1.25" />
    </>
  ),
  no_show: (
    <>
      {ring}
      <path d="M1 11 11 1" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
}

/** Which clinic: its letters in a small frame, never a colour alone. */
export function LocationBadge({ code, name }: { code: string; name?: string }) {
  return (
    <abbr className={css['badge']} {...(name === undefined ? {} : { title: name })}>
      {code}
    </abbr>
  )
}

/** A short word in a soft frame: an alert, a role, where an invoice stands. */
export function Tag({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'caution' | 'danger' | 'accent'
  children: ReactNode
}) {
  return <span className={cx(css['tag'], css[tone])}>{children}</span>
}
