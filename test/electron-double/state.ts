import type { Cdp } from './cdp.ts'

export type Note = { at: number; what: string; detail: Readonly<Record<string, unknown>> }

/** What the parts of the double need of a window. */
export type OpenWindow = {
  readonly id: number
  close(): void
  destroy(): void
  blur(): void
  isDestroyed(): boolean
  isFocused(): boolean
  _refusedToClose(): boolean
}
/** What the parts of the double need of a page. */
export type OpenContents = {
  readonly id: number
  _applyPermissions(): Promise<void>
  _openedWindow(url: string): void
  _titled(title: string): void
  _gone(): void
}

/**
 * The one state of the process. It sits on its own so that no part imports another in a circle. `notes` is what happened
 * at the edges (a blocked navigation, a request to the outside, a dialog): tests read it through `app.doubleNotes()`.
 */
export const state = {
  ready: false,
  quitting: false,
  denyNetwork: true,
  cdp: undefined as Cdp | undefined,
  notes: [] as Note[],
  windows: new Map<number, OpenWindow>(),
  contents: new Map<number, OpenContents>(),
  byTarget: new Map<string, OpenContents>(),
  /** Targets that the double made itself; any other page target is a popup. */
  ownTargets: new Set<string>(),
  targetsBeingMade: 0,
  popups: [] as { url: string; opener: OpenContents }[],
}

export function note(what: string, detail: Readonly<Record<string, unknown>> = {}): void {
  state.notes.push({ at: Date.now(), what, detail })
}

export function browser(): Cdp {
  if (!state.cdp) throw new Error('[electron-double] Chromium has not been started yet')
  return state.cdp
}
