import { fold, initials } from '#domain/names'

type Named = { readonly name: string; readonly preferredName: string }

/** The legal name, or only the initials while a patient can see the screen. */
export function shownName({ name }: Pick<Named, 'name'>, isPrivate: boolean): string {
  return isPrivate ? initials(name) : name
}

/** What the person is called when it is not simply the first name; undefined otherwise, and while names are hidden. */
export function calledName({ name, preferredName }: Named, isPrivate: boolean): string | undefined {
  const called = fold(preferredName)
  const legal = fold(name)
  const isAnother = called !== '' && called !== legal && !legal.startsWith(`${called} `)
  return isAnother && !isPrivate ? preferredName : undefined
}
