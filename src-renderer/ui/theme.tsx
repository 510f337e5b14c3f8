import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

/** Light, dark, or as the system has it. */
export type Theme = 'light' | 'dark' | 'system'

type Chosen = { theme: Theme; setTheme: (theme: Theme) => void }

const Context = createContext<Chosen>({ theme: 'system', setTheme: () => {} })
const storedAs = 'infusion-desk.theme'
const prefersDark = '(prefers-color-scheme: dark)'

/** Dresses everything below; changed in place, remembered on this PC. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(firstTheme)
  useEffect(() => {
    localStorage.setItem(storedAs, theme)
    const system = window.matchMedia(prefersDark)
    const dress = () => {
      const isDark = theme === 'dark' || (theme === 'system' && system.matches)
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    }
    dress()
    system.addEventListener('change', dress)
    return () => system.removeEventListener('change', dress)
  }, [theme])
  const chosen = useMemo(() => ({ theme, setTheme }), [theme])
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
