declare const centsBrand: unique symbol

/** An amount of United States money as whole cents; negative when it is owed the other way. */
export type Cents = number & { readonly [centsBrand]: true }

/** Whole cents from a number; throws RangeError unless it is a safe integer. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of cents: ${amount}`)
  // -0 + 0 is 0: a negative zero would print as -$0.00
  return (amount + 0) as Cents
}

/** The sum of the amounts, in cents; nothing adds up to zero. Throws RangeError when the sum is past the safe integers. */
export function addCents(...amounts: readonly Cents[]): Cents {
  return amounts.reduce((sum, amount) => cents(sum + amount), cents(0))
}

/** The same amount owed the other way. */
export function negate(amount: Cents): Cents {
  return cents(0 - amount)
}

/** The amount so many times; throws RangeError unless the quantity is a whole number. */
export function timesQuantity(amount: Cents, quantity: number): Cents {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`not a whole quantity: ${quantity}`)
  return cents(amount * quantity)
}

/**
 * The total in so many parts that add up to it to the cent and differ by one cent at most; the larger parts come first
 * (largest remainder, earliest first). Throws RangeError unless parts is a whole number from 1.
 */
export function split(total: Cents, parts: number): Cents[] {
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts} parts`)
  const left = total % parts
  const each = (total - left) / parts
  return Array.from({ length: parts }, (_, index) => cents(each + (index < Math.abs(left) ? Math.sign(left) : 0)))
}

/**
 * A share of the amount in basis points (825 is 8.25 %), to the nearest cent; half a cent goes away from zero, so that
 * a refund mirrors its charge. Throws RangeError unless basisPoints is a whole number.
 */
export function percentOf(amount: Cents, basisPoints: number): Cents {
  if (!Number.isSafeInteger(basisPoints)) throw new RangeError(`not whole basis points: ${basisPoints}`)
  const product = BigInt(amount) * BigInt(basisPoints)
  const size = product < 0n ? -product : product
  const rounded = Number((size + 5_000n) / 10_000n)
  return cents(product < 0n ? -rounded : rounded)
}

/** The amount as it is printed: `$1,250.00`, and `-$5.00` below zero. */
export function formatMoney(amount: Cents): string {
  const size = Math.abs(amount)
  const pennies = String(size % 100).padStart(2, '0')
  const dollars = String((size - (size % 100)) / 100).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}$${dollars}.${pennies}`
}

/**
 * What a person typed as an amount (`1250`, `$1,250.00`, `.5`, `-5`), in cents; undefined when it is not plainly one.
 * A comma only groups thousands: `12,50` is refused rather than read as 1250.
 */
export function parseMoney(text: string): Cents | undefined {
  const typed = /^([-−]?)\s*\$?\s*(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d{0,2}))?$/.exec(text.trim())
  if (typed === null) return undefined
  const [, sign, dollars = '', pennies = ''] = typed
  if (dollars === '' && pennies === '') return undefined
  const size = Number(dollars.replaceAll(',', '') + pennies.padEnd(2, '0'))
  if (!Number.isSafeInteger(size)) return undefined
  return cents(sign === '' ? size : -size)
}
