/** The words of the settings screens. Same keys in es/settings.ts; a sentence with values is a function with typed parameters. */
export const settings = {
  title: 'Settings',
}
