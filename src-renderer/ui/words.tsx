import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { type Fault, type FaultCode, type FaultFacts } from '#contract/faults'
import { type FieldProblem } from '#contract/problems'
import { en, type Words } from '#words/en'
import { es } from '#words/es'

/** The languages of the screens. */
export type Language = 'en' | 'es'

type Spoken = { language: Language; words: Words; setLanguage: (language: Language) => void }

const Context = createContext<Spoken>({ language: 'en', words: en, setLanguage: () => {} })
const storedAs = 'infusion-desk.language'

/** Speaks one language to everything below, changed in place, remembered on this PC. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, speak] = useState<Language>(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const spoken = useMemo(() => {
    // Only a choice is kept: what was guessed at the start would overwrite what another window has just chosen.
    const setLanguage = (chosen: Language) => {
      localStorage.setItem(storedAs, chosen)
      speak(chosen)
    }
    return { language, words: language === 'es' ? es : en, setLanguage }
  }, [language])
  return <Context.Provider value={spoken}>{children}</Context.Provider>
}

/** Every sentence that a person reads, in the language of the screen. */
export function useWords(): Words {
  return useContext(Context).words
}

/** The language of the screen, and the way to change it. */
export function useLanguage(): Pick<Spoken, 'language' | 'setLanguage'> {
  return useContext(Context)
}

/** What is wrong with a field: a problem's word, a fault's code, with its facts or alone, or a sentence that is ready. */
export type FieldError = ErrorWord | { code: ErrorWord; facts: FaultFacts } | undefined

type ErrorWord = FieldProblem | FaultCode | (string & {})

/** Turns faults and field errors into sentences. */
export function useRefusals() {
  const { problems, faults } = useWords()
  return useMemo(() => {
    const byProblem: Readonly<Record<string, string>> = problems
    const byCode: Readonly<Record<string, (facts: FaultFacts) => string>> = faults
    return {
      ofFault: (fault: Fault): string => faults[fault.code](fault.facts ?? {}),
      ofField: (error: FieldError): string | undefined => {
        const { code, facts } = typeof error === 'object' ? error : { code: error, facts: {} }
        if (code === undefined || code === '') return undefined
        return byProblem[code] ?? byCode[code]?.(facts) ?? code
      },
    }
  }, [problems, faults])
}

function firstLanguage(): Language {
  const stored = localStorage.getItem(storedAs)
  if (stored === 'en' || stored === 'es') return stored
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en'
}
