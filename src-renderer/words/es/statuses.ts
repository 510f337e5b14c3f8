export const statuses = {
  booked: 'Reservada',
  confirmed: 'Confirmada',
  arrived: 'Llegó',
  infusing: 'En infusión',
  recovering: 'En recuperación',
  ready: 'Lista para salir',
  completed: 'Terminada',
  cancelled: 'Cancelada',
  no_show: 'No vino',
}
