export const schedule = {
  title: 'Día',
}
