/** Closes a switch over a union: it does not compile while a case is missing, and throws if one slips through at run time. */
export function assertNever(unexpected: never): never {
  throw new Error(`a case is missing for ${typeof unexpected} ${String(unexpected)}`)
}

/** The value, known to be there; throws an Error that says `why` it had to be when it is undefined or null. */
export function present<T>(value: T | undefined | null, why: string): T {
  if (value === undefined || value === null) throw new Error(`expected: ${why}`)
  return value
}
