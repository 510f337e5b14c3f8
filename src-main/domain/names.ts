/**
 * The text as it is compared: lower case, without accents, apostrophes or other signs, words parted by one blank
 * (`Zoë Müller-Ñáñez` is `zoe muller nanez`, `O'Brien` is `obrien`); letters of other scripts stay.
 */
export function fold(text: string): string {
  // most names have nothing to take apart, and a search folds thousands
  if (/^[a-z]*$/i.test(text)) return text.toLowerCase()
  const plain = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(accents, '')
  return plain
    .replace(unparted, (letter) => replacements[letter] ?? letter)
    .replace(apostrophes, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a search, folded; none for a blank text. */
export function searchTerms(text: string): string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}

/** How many slips (a letter more, less, other, or two swapped) part the texts; `cap` stands for that many or more. */
export function nameDistance(a: string, b: string, cap = 3): number {
  const [one, two] = [Array.from(a), Array.from(b)]
  if (Math.abs(one.length - two.length) >= cap) return cap
  let before: number[] = []
  let last = two.map((_, column) => column + 1)
  let least = 0
  for (let row = 0; row < one.length; row += 1) {
    const next: number[] = []
    const leastBefore = least
    let [left, corner] = [row + 1, row]
    least = left
    for (let column = 0; column < two.length; column += 1) {
      const above = last[column] ?? 0
      let slips = one[row] === two[column] ? corner : Math.min(left, above, corner) + 1
      const isSwap = row > 0 && column > 0 && one[row] === two[column - 1] && one[row - 1] === two[column]
      if (isSwap) slips = Math.min(slips, (column > 1 ? (before[column - 2] ?? 0) : row - 1) + 1)
      next.push(slips)
      least = Math.min(least, slips)
      corner = above
      left = slips
    }
    // a swap looks two rows back, so two rows of too many slips end it
    if (Math.min(least, leastBefore) >= cap) return cap
    before = last
    last = next
  }
  return Math.min(last.at(-1) ?? one.length, cap)
}

/** How many slips are forgiven in a name that was typed with so many letters: 1 from four letters, 2 from eight. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/** The first letters of the first and the last word, as capitals; one for a single word, none for a blank name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return picked
    .map((word = '') => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase()
}

// Letters that carry no accent which could be taken off, as people type them on an English keyboard.
const replacements: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const unparted = /[ßæœøłđðþı]/g
const accents = /[\u0300-\u036f]/g
const apostrophes = /['’‘ʼʻ`´]/g
