/** The words of the schedule screens. Same keys in es/schedule.ts; a sentence with values is a function with typed parameters. */
export const schedule = {
  title: 'Day',
}
