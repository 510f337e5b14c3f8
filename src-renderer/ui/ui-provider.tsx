import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { type ReactNode } from 'react'
import { InspectorProvider } from './inspector.tsx'
import { KeysProvider } from './keys.tsx'
import { NoticeProvider } from './notice.tsx'
import { ThemeProvider } from './theme.tsx'
import { WordsProvider } from './words.tsx'

/** Everything the parts of the kit need around them: language, theme, keyboard, messages; no injected styles. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <ThemeProvider>
        <WordsProvider>
          <KeysProvider>
            <Tooltip.Provider delay={500}>
              <NoticeProvider>
                <InspectorProvider>{children}</InspectorProvider>
              </NoticeProvider>
            </Tooltip.Provider>
          </KeysProvider>
        </WordsProvider>
      </ThemeProvider>
    </CSPProvider>
  )
}
