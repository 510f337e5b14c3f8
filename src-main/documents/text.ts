import type { Faces } from './worker/fonts.ts'

export type Weight = 'regular' | 'bold'
export type Style = { readonly size: number; readonly weight?: Weight; readonly color?: string }

/** A piece of text that one font can draw. */
export type Run = { readonly text: string; readonly font: Weight | 'han' }

// Printable Latin up to Latin Extended-B, all of it in Noto Sans: nothing to look up.
const plain = /^[\x20-\x7e\xa0-\u024f]*$/
const spaces = /\s+/gu
// What has no shape and would print as an empty box.
const invisible = /[\p{Cc}\p{Cf}]/gu

/** The text as one line that fonts can draw: composed letters (ë, not e and two dots), no line breaks, nothing invisible. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(spaces, ' ').replace(invisible, '').trim()
}

/** The text cut wherever the font has to change; a sign that no font has stays with the first and prints as a box. */
export function runsOf(text: string, weight: Weight, faces: Faces): Run[] {
  if (plain.test(text)) return [{ text, font: weight }]
  const runs: { text: string; font: Run['font'] }[] = []
  for (const sign of text) {
    const font = fontFor(sign, weight, faces)
    const last = runs.at(-1)
    if (last?.font === font) last.text += sign
    else runs.push({ text: sign, font })
  }
  return runs
}

function fontFor(sign: string, weight: Weight, faces: Faces): Run['font'] {
  const codePoint = sign.codePointAt(0) ?? 0
  if (faces[weight].hasGlyphForCodePoint(codePoint)) return weight
  return faces.han().hasGlyphForCodePoint(codePoint) ? 'han' : weight
}

// A line may end after a space, after the hyphen of a compound name, and around every Chinese sign.
const openings = /(?<= )|(?<=\p{L}-)(?=\p{L})|(?<=\p{Script=Han})|(?=\p{Script=Han})/u

/** The text in lines no wider than the width; a word wider than that is cut between signs. Always at least one line. */
export function linesOf(text: string, width: number, measure: (piece: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of text.split(openings).flatMap((word) => cut(word, width, measure))) {
    if (line !== '' && used + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    line += piece
    used += measure(piece)
  }
  lines.push(line.trimEnd())
  return lines
}

function cut(word: string, width: number, measure: (piece: string) => number): string[] {
  if (measure(word.trimEnd()) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const sign of word) {
    if (piece !== '' && measure((piece + sign).trimEnd()) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += sign
  }
  return [...pieces, piece]
}
