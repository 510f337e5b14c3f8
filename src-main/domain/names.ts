/**
 * The text as it is compared: lower case, without accents, apostrophes or other signs, words parted by one blank
 * (`Zoë Müller-Ñáñez` is `zoe muller nanez`, `O'Brien` is `obrien`); letters of other scripts stay.
 */
export function fold(text: string): string {
  // most names have nothing to take apart, and a search folds thousands
  if (/^[a-z0-9 ]*$/i.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim()
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
  let last = Array.from({ length: two.length + 1 }, (_, column) => column)
  for (const [row, letter] of one.entries()) {
    const next = [row + 1]
    for (const [column, other] of two.entries()) {
      const isSame = letter === other
      let least = Math.min((next[column] ?? 0) + 1, (last[column + 1] ?? 0) + 1, (last[column] ?? 0) + (isSame ? 0 : 1))
      const isSwap = row > 0 && column > 0 && letter === two[column - 1] && one[row - 1] === other
      if (isSwap) least = Math.min(least, (before[column - 1] ?? 0) + 1)
      next.push(least)
    }
    // nothing below a row of so many slips can be fewer, save by the swap that looks two rows back
    if (Math.min(...next, ...last) >= cap) return cap
    before = last
    last = next
  }
  return Math.min(last[two.length] ?? cap, cap)
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
