import type { Download, Page } from '@playwright/test'

/** What the specs run on: the browser shell, the stand-in for Electron, Electron itself. */
export type ShellName = 'browser' | 'double' | 'electron'

/** How a program is started. */
export type Start = {
  readonly dataDir: string
  readonly sample: boolean
  /** The file that moves the program's clock. */
  readonly clockFile: string
  /** Where saved papers go. */
  readonly papers: string
}

/** One started program with its window. */
export type DeskApp = {
  readonly page: Page
  /** What the program printed, and what it complained about. */
  readonly said: () => string
  /** Saves what the deed makes the window offer; answers with the file's path. */
  saved(deed: () => Promise<void>): Promise<string>
  /** Leaves as a person does; answers with the status of the program. */
  quit(): Promise<number | null>
}

export type { Download }
