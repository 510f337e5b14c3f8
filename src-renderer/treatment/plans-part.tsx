export function PlansPart(_props: { patientId: string }) {
  return null
}
