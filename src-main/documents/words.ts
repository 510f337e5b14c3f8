import type { Language } from '#domain/dates'
import type { Words } from './words-en.ts'
import { en } from './words-en.ts'
import { es } from './words-es.ts'

/** The printed sentences of a language. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : es
}

export type { Words }
