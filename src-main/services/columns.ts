import { formatPhone, normalPhone } from '#domain/identifiers'

type Address = { street: string; street2: string; city: string; state: string; postalCode: string }

/** An address as the columns that hold it. */
export function addressColumns(address: Address) {
  const { street, street2, city, state, postalCode } = address
  return { street, street2, city, state, postal_code: postalCode }
}

/** A phone number as it is kept, `(310) 555-0100`, however it was typed; empty stays empty. */
export function phoneAsKept(typed: string): string {
  const digits = normalPhone(typed)
  return digits === undefined ? '' : formatPhone(digits)
}

/** An address as the lines of a letter; what is empty is left out. */
export function addressLines({ street, street2, city, state, postalCode }: Address): string[] {
  const town = [city, [state, postalCode].filter((part) => part !== '').join(' ')]
    .filter((part) => part !== '')
    .join(', ')
  return [street, street2, town].filter((line) => line !== '')
}
