export function MoneyPart(_props: { patientId: string }) {
  return null
}
