export const billing = {
  title: 'Cobros',
}
