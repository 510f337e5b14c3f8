import { type ReactNode } from 'react'
import { Segments } from '#ui/popover'
import { useTheme, type Theme } from '#ui/theme'
import { useLanguage, useWords, type Language } from '#ui/words'
import css from './css/entrance.module.css'

/** The room before the desk: sign-in, lock, setup. Language and light can be changed from the first moment. */
export function Entrance({ isWide = false, children }: { isWide?: boolean; children: ReactNode }) {
  return (
    <div className={css['entrance']}>
      <header className={css['bar']}>
        <span className={css['brand']}>Infusion Desk</span>
        <LookSwitches />
      </header>
      <main className={css['middle']}>
        <div className={isWide ? css['wide'] : css['narrow']}>{children}</div>
      </main>
    </div>
  )
}

/** Language and light, changed in place. */
export function LookSwitches() {
  const { frame } = useWords()
  const { language, setLanguage } = useLanguage()
  const { theme, setTheme } = useTheme()
  const languages: readonly { value: Language; label: string }[] = [
    { value: 'en', label: frame.english },
    { value: 'es', label: frame.spanish },
  ]
  const themes: readonly { value: Theme; label: string }[] = [
    { value: 'light', label: frame.light },
    { value: 'dark', label: frame.dark },
    { value: 'system', label: frame.system },
  ]
  return (
    <div className={css['looks']}>
      <Segments label={frame.language} value={language} onChange={setLanguage} segments={languages} />
      <Segments label={frame.theme} value={theme} onChange={setTheme} segments={themes} />
    </div>
  )
}
