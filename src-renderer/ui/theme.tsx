import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

/** Light, dark, or as the system has it. */
export type Theme = 'light' | 'dark' | 'system'

type Chosen = { theme: Theme; setTheme: (theme: Theme) => void }

const Context = createContext<Chosen>({ theme: 'system', setTheme: () => {} })
const storedAs = 'infusion-desk.theme'
const prefersDark = '(prefers-color-scheme: dark)'

/** Dresses everything below; changed in place, remembered on this PC. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, dressIn] = useState<Theme>(firstTheme)
  useEffect(() => {
    const system = window.matchMedia(prefersDark)
    const dress = () => {
      const isDark = theme === 'dark' || (theme === 'system' && system.matches)
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    }
    dress()
    system.addEventListener('change', dress)
    return () => system.removeEventListener('change', dress)
  }, [theme])
  const chosen = useMemo(() => {
    // Only a choice is kept: what was guessed at the start would overwrite what another window has just chosen.
    const setTheme = (chosen: Theme) => {
      localStorage.setItem(storedAs, chosen)
      dressIn(chosen)
    }
    return { theme, setTheme }
  }, [theme])
  return <Context.Provider value={chosen}>{children}</Context.Provider>
}

/** The theme that was chosen, and the way to change it. */
export function useTheme(): Chosen {
  return useContext(Context)
}

function firstTheme(): Theme {
  const stored = localStorage.getItem(storedAs)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}
