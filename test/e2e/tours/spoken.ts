import type { Page } from '@playwright/test'
import { en } from '#words/en'
import { es } from '#words/es'

/**
 * What a screen says in English although it is set to Spanish. `answered` is every text that the engine answered with:
 * names, rooms and services stand on the screens as they were typed, in whatever language.
 */
export async function leftInEnglish(page: Page, answered: ReadonlySet<string>): Promise<string[]> {
  const shown = await textsOf(page)
  const data = new Set([...answered].flatMap(wordsOf))
  return shown.filter(
    (text) =>
      !unchanged.includes(text) &&
      !answered.has(text) &&
      (english.some((sentence) => sentence.test(text)) ||
        wordsOf(text).some((word) => onlyEnglish.has(word) && !data.has(word))),
  )
}

/** Every text that can be seen or heard. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      texts.add(node.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'])
        texts.add(element.getAttribute(name)?.trim() ?? '')
    texts.delete('')
    return [...texts]
  })
}

/** The sentences of a language; what is filled into them stands as a gap. */
function sentencesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function') {
    const said: unknown = Reflect.apply(words, undefined, ['\u0001', '\u0001', '\u0001', '\u0001'])
    return typeof said === 'string' ? [said] : []
  }
  if (typeof words !== 'object' || words === null) return []
  return Object.values(words).flatMap(sentencesOf)
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{Letter}]+/u)
    .filter((word) => word.length > 2)
}

const spanishSentences = sentencesOf(es)
const spanish = new Set(spanishSentences)
const english = sentencesOf(en)
  .filter((sentence) => !spanish.has(sentence) && /\p{Letter}{2}/u.test(sentence.replaceAll('\u0001', '')))
  .map(patternOf)
const spanishWords = new Set(spanishSentences.flatMap(wordsOf))
// The program's own name; and a hidden button that the component library puts before an open list and names itself.
const unchanged = ['Infusion Desk', 'Dismiss']
const onlyEnglish = new Set(
  sentencesOf(en)
    .flatMap(wordsOf)
    .filter((word) => !spanishWords.has(word)),
)

/** What a sentence looks like with anything in its gaps; around a word or two, as in `3 of 6`, only figures are meant. */
function patternOf(sentence: string): RegExp {
  const isShort = wordsOf(sentence).join('').length < 6
  const gap = isShort ? String.raw`[^\p{Letter}]*` : '.*'
  return new RegExp(`^${sentence.split('\u0001').map(escaped).join(gap)}$`, 'su')
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
}
