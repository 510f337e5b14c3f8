import { describe, expect, test } from 'vitest'
import * as electron from './electron.ts'
import { state } from './state.ts'
import { inElectron, strict } from './strict.ts'

/** The names that an application could call on an object, up to the plain event emitter or object that it is made of. */
function namesOf(object: object): string[] {
  const names = new Set<string>()
  for (let at: object | null = object; at !== null && !isPlain(at); at = Object.getPrototypeOf(at))
    for (const name of Object.getOwnPropertyNames(at)) if (isCallable(at, name)) names.add(name)
  return [...names].filter((name) => !name.startsWith('_') && name !== 'constructor')
}

function isPlain(object: object): boolean {
  const { constructor } = object
  return Object.hasOwn(object, 'constructor') && ['Object', 'EventEmitter'].includes(constructor.name)
}

function isCallable(object: object, name: string): boolean {
  return typeof Object.getOwnPropertyDescriptor(object, name)?.value === 'function'
}

describe('the double has nothing that the installed Electron lacks', () => {
  test.each<[string, object]>([
    ['App', electron.app],
    ['BrowserWindow', electron.BrowserWindow.prototype],
    ['Clipboard', electron.clipboard],
    ['Dialog', electron.dialog],
    ['IpcMain', electron.ipcMain],
    ['Menu', electron.Menu.prototype],
    ['Net', electron.net],
    ['PowerMonitor', electron.powerMonitor],
    ['Protocol', electron.protocol],
    ['SafeStorage', electron.safeStorage],
    ['Screen', electron.screen],
    ['Shell', electron.shell],
  ])('%s', (name, object) => {
    const names = namesOf(object)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((member) => !inElectron(name, member))).toEqual([])
  })

  test('Session, WebRequest and WebContents, once the app is ready', async () => {
    state.ready = true
    const { WebContents } = await import('./window/web-contents.ts')
    const { defaultSession } = electron.session
    const parts: [string, object][] = [
      ['Session', defaultSession],
      ['WebRequest', defaultSession.webRequest],
      ['WebContents', WebContents.prototype],
    ]
    for (const [name, object] of parts)
      expect([name, namesOf(object).filter((member) => !inElectron(name, member))]).toEqual([name, []])
  })
})

test('what is not modelled fails loudly and says whether Electron has it', () => {
  const app = strict('App', {})
  expect(() => Reflect.get(app, 'getAppMetrics')).toThrow('exists in Electron but is not modelled')
  expect(() => Reflect.get(app, 'isUnityRunning')).toThrow('does NOT exist in electron.d.ts')
  expect(() => Reflect.construct(Object(electron.Tray), [])).toThrow('Tray is not modelled')
})
