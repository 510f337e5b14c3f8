import { type OutputOf } from '#api/hooks'
import { Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/sample-people.module.css'

/** Somebody of the sample practice, with the password that everybody may see. */
export type SamplePerson = OutputOf<'setup', 'openSample'>['people'][number]

/** Who can sign in to the sample practice, and how. */
export function SamplePeople({ people }: { people: readonly SamplePerson[] }) {
  const { common, signIn } = useWords()
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{common.name}</th>
          <th scope="col">{signIn.signInName}</th>
          <th scope="col">{signIn.password}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.signInName}>
            <td>
              {person.name} <Tag>{common.roles[person.role]}</Tag>
            </td>
            <td>{person.signInName}</td>
            <td className={css['password']}>{person.password}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
