import { initials } from '#domain/names'

/** A patient's or escort's name, or only the initials while a patient can see the screen. */
export function shownName(name: string, isPrivate: boolean): string {
  return isPrivate ? initials(name) : name
}
