export const patients = {
  title: 'Pacientes',
}
