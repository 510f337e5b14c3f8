import { UserRound } from 'lucide-react'
import css from './css/people-list.module.css'

/** Names to pick from before somebody is signed in. */
export function PeopleList(props: {
  label: string
  people: readonly { key: string; name: string; note?: string }[]
  onPick: (key: string) => void
  isBusy?: boolean
}) {
  return (
    <ul className={css['people']} aria-label={props.label}>
      {props.people.map((person) => (
        <li key={person.key}>
          <button
            type="button"
            className={css['person']}
            disabled={props.isBusy === true}
            onClick={() => props.onPick(person.key)}
          >
            <UserRound size={16} aria-hidden strokeWidth={1.75} />
            <span className={css['name']}>{person.name}</span>
            {person.note === undefined ? null : <span className={css['note']}>{person.note}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
