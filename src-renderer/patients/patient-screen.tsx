export { PatientPage as PatientScreen } from './patient-page.tsx'
