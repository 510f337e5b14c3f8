import { useWords } from '#ui/words'

export function SettingsScreen() {
  return <h1>{useWords().settings.title}</h1>
}
