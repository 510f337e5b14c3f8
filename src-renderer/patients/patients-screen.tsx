import { useWords } from '#ui/words'

export function PatientsScreen() {
  return <h1>{useWords().patients.title}</h1>
}
