import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Script } from 'node:vm'
import type { CdpSession } from '#double/cdp'

/** Source: electron shell/common/world_ids.h and web_frame docs: the isolated world that preload scripts run in. */
export const isolatedWorld = 'Electron Isolated Context'

const script = (name: string) => readFileSync(join(import.meta.dirname, '../page', name), 'utf8')
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** The wrapper and its arguments are those of lib/sandboxed_renderer/preload.ts; a module syntax error surfaces here. */
function wrapped(path: string): string {
  try {
    if (!isAbsolute(path)) throw new Error(`preload path must be absolute: ${path}`)
    const body = readFileSync(path, 'utf8')
    const run = `(function(require, process, exports, module, global, setImmediate, clearImmediate){${body}\n})`
    // Compiled once here only to learn whether it compiles.
    void new Script(run, { filename: path })
    return `{path:${JSON.stringify(path)},run:${run}}`
  } catch (error) {
    return `{path:${JSON.stringify(path)},error:${JSON.stringify(messageOf(error))}}`
  }
}

/** Puts the two halves of the bridge and the preload script into every document of this page, before its own scripts. */
export async function injectPreload(page: CdpSession, preload: string | undefined): Promise<void> {
  const nonce = `${randomUUID()}:`
  const world = script('world.js')
  // docs "process" in a sandboxed renderer: only this subset exists.
  const processInfo = {
    type: 'renderer',
    platform: process.platform,
    arch: process.arch,
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
    versions: { ...process.versions },
    version: process.version,
    env: {},
    argv: [process.execPath],
    execPath: process.execPath,
    pid: 0,
  }
  // window.open() answers null at once when the handler denies; popups by other roads are caught in chromium.ts.
  const mainWorld = `(()=>{if(window!==window.top)return
${world}
doubleWorld(${JSON.stringify(nonce)},'M','I')
const page=document,fire=EventTarget.prototype.dispatchEvent,Crossing=CustomEvent,{apply}=Reflect
window.open=function open(url=''){
apply(fire,page,[new Crossing(${JSON.stringify(`${nonce}open`)},{detail:String(new URL(url,location.href))})]);return null}})()`
  const isolated = `${script('codec.js')}
;(()=>{${world}
${script('isolated.js')}
doubleIsolated(${JSON.stringify(processInfo)},${JSON.stringify(nonce)},[${preload === undefined ? '' : wrapped(preload)}])})()`
  await Promise.all([
    page.send('Runtime.addBinding', { name: '__doublePost', executionContextName: isolatedWorld }),
    page.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld }),
    page.send('Page.addScriptToEvaluateOnNewDocument', { worldName: isolatedWorld, source: isolated }),
  ])
}
