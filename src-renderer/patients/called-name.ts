import { fold } from '#domain/names'

type Named = { readonly name: string; readonly preferredName: string }

/** What the person is called when it is not simply the first name; undefined otherwise, and while names are hidden. */
export function calledName({ name, preferredName }: Named, isPrivate: boolean): string | undefined {
  const called = fold(preferredName)
  const legal = fold(name)
  const isAnother = called !== '' && called !== legal && !legal.startsWith(`${called} `)
  return isAnother && !isPrivate ? preferredName : undefined
}
