export const treatment = {
  title: 'Tratamiento',
}
