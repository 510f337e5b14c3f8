import { Link } from '@tanstack/react-router'
import { CalendarDays, PhoneCall, ReceiptText, Settings, UsersRound, type LucideIcon } from 'lucide-react'
import { Hint } from '#ui/button'
import { useDesk } from '#ui/desk-context'
import { useWords } from '#ui/words'
import css from './css/rail.module.css'

type Stop = {
  to: '/day' | '/patients' | '/lists' | '/billing/{-$invoiceId}' | '/settings'
  label: string
  keys: string
  icon: LucideIcon
}

/** The screens, one below the other; what a role cannot use is left out. */
export function Rail() {
  const { frame } = useWords()
  const { may } = useDesk()
  const stops: readonly (Stop & { isOff?: boolean })[] = [
    { to: '/day', label: frame.day, keys: 'G D', icon: CalendarDays },
    { to: '/patients', label: frame.patients, keys: 'G P', icon: UsersRound },
    { to: '/lists', label: frame.lists, keys: 'G C', icon: PhoneCall },
    { to: '/billing/{-$invoiceId}', label: frame.billing, keys: 'G B', icon: ReceiptText, isOff: !may('invoices.see') },
    { to: '/settings', label: frame.settings, keys: 'G S', icon: Settings },
  ]
  return (
    <nav className={css['rail']} aria-label={frame.screens}>
      {stops.map(({ to, label, keys, icon: Icon, isOff }) =>
        isOff === true ? null : (
          <Hint key={to} text={label} keyHint={keys}>
            <Link to={to} params={{}} className={css['stop']} activeProps={{ 'aria-current': 'page' }}>
              <Icon size={18} aria-hidden strokeWidth={1.75} />
              {label}
            </Link>
          </Hint>
        ),
      )}
    </nav>
  )
}
