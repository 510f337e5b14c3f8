export type WebPreferences = Readonly<Record<string, unknown>> & {
  preload?: string
  additionalArguments?: readonly string[]
}

/** Off by default in Electron (docs "WebPreferences Object"); items 2, 8, 9, 10 and 11 of its security list. */
const mustStayOff = [
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'plugins',
  'navigateOnDragDrop',
]
/** On by default in Electron; items 3, 4 and 6. */
const mustStayOn = ['contextIsolation', 'sandbox', 'webSecurity']

/** The preferences with Electron's defaults; an unsafe one is refused, because the double models only the safe page. */
export function checkedPreferences(given: WebPreferences = {}): WebPreferences {
  const preferences = { contextIsolation: true, sandbox: true, webSecurity: true, devTools: true, ...given }
  const entries = new Map<string, unknown>(Object.entries(preferences))
  for (const name of mustStayOn)
    if (entries.get(name) !== true) throw new Error(`[electron-double] refuses webPreferences.${name} = false`)
  for (const name of mustStayOff)
    if (entries.get(name)) throw new Error(`[electron-double] refuses webPreferences.${name}`)
  return preferences
}
