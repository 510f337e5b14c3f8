/** A sign-in name as it is kept: trimmed and composed (NFC), its capitals as typed. */
export function tidySignInName(name: string): string {
  return name.normalize('NFC').trim()
}

/** Whether two sign-in names are the same person's: capitals, outer spaces and composed accents make no difference. */
export function sameSignInName(a: string, b: string): boolean {
  return foldSignInName(a) === foldSignInName(b)
}

/** A sign-in name as two are compared: one text for all ways to type it. */
export function foldSignInName(name: string): string {
  // Lower-casing can decompose (the Turkish dotted I), so composing comes last as well.
  return tidySignInName(name).toLowerCase().normalize('NFC')
}
