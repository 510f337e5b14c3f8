export const statuses = {
  booked: 'Reservada',
  confirmed: 'Confirmada',
  arrived: 'Llegó',
  roomed: 'En el sillón',
  infusing: 'En infusión',
  recovering: 'En recuperación',
  ready: 'Lista para salir',
  completed: 'Terminada',
  cancelled: 'Cancelada',
  late_cancelled: 'Cancelada tarde',
  no_show: 'No vino',
}
