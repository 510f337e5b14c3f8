import { useWords } from '#ui/words'

export function DayScreen() {
  return <h1>{useWords().frame.day}</h1>
}
