/** Where an appointment stands. */
export const statuses = {
  booked: 'Booked',
  confirmed: 'Confirmed',
  arrived: 'Arrived',
  infusing: 'Infusing',
  recovering: 'Recovering',
  ready: 'Ready to leave',
  completed: 'Completed',
  cancelled: 'Cancelled',
  no_show: 'No-show',
}
