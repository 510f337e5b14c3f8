/** Where an appointment stands. */
export const statuses = {
  booked: 'Booked',
  confirmed: 'Confirmed',
  arrived: 'Arrived',
  roomed: 'In the chair',
  infusing: 'Infusing',
  recovering: 'Recovering',
  ready: 'Ready to leave',
  completed: 'Completed',
  cancelled: 'Cancelled',
  late_cancelled: 'Cancelled late',
  no_show: 'No-show',
}
