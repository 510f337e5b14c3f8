import { useWords } from '#ui/words'

export function PatientScreen(_props: { patientId: string }) {
  return <h1>{useWords().patients.title}</h1>
}
