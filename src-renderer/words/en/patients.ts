/** The words of the patients screens. Same keys in es/patients.ts; a sentence with values is a function with typed parameters. */
export const patients = {
  title: 'Patients',
}
