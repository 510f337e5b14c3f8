import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { note } from './state.ts'

type Declared = { parent: string | undefined; members: Set<string> }
let declared: Map<string, Declared> | undefined

/** The members of every class and interface of electron.d.ts; read only when something unknown is asked for. */
function declarations(): Map<string, Declared> {
  if (declared) return declared
  const found = new Map<string, Declared>()
  const text = readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts'),
    'utf8',
  )
  let current: Declared | undefined
  for (const line of text.split('\n')) {
    const opened = /^ {2}(?:class|interface) (\w+)(?:<[^>]*>)?(?: extends ([\w.]+))?/.exec(line)
    if (opened?.[1] !== undefined) {
      current = found.get(opened[1]) ?? { parent: opened[2]?.replace('NodeJS.', ''), members: new Set() }
      found.set(opened[1], current)
    } else if (line.startsWith('  }')) current = undefined
    else {
      const member = /^ {4}(?:static |readonly |get |set )*([A-Za-z_$][\w$]*)\??\s*[(:<]/.exec(line)
      if (member?.[1] !== undefined && member[1] !== 'constructor') current?.members.add(member[1])
    }
  }
  declared = found
  return found
}

/** Whether electron.d.ts of the installed version has this member, own or inherited. */
export function inElectron(className: string, member: string): boolean {
  for (
    let at = declarations().get(className);
    at;
    at = at.parent === undefined ? undefined : declarations().get(at.parent)
  )
    if (at.members.has(member)) return true
  return false
}

/** Names that JavaScript itself, Node's event emitter, Playwright or a debugger may ask any object for. */
const alwaysAsked = new Set(
  'then toJSON constructor inspect nodeType asymmetricMatch $$typeof tagName __esModule default domain _events _eventsCount _maxListeners'.split(
    ' ',
  ),
)

/** The object itself, but an API that the double lacks fails loudly and says whether Electron has it at all. */
export function strict<T extends object>(className: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (key in object || typeof key === 'symbol' || key.startsWith('_') || alwaysAsked.has(key))
        return Reflect.get(object, key, receiver)
      const verdict = inElectron(className, key)
        ? 'exists in Electron but is not modelled'
        : 'does NOT exist in electron.d.ts'
      throw new Error(`[electron-double] ${className}.${key} ${verdict}`)
    },
  })
}

/** Methods whose only modelled effect is a note: they change nothing that a test could see in a page. */
export function noted<const M extends string>(className: string, methods: readonly M[]): Record<M, () => void> {
  const pairs = methods.map((method) => [
    method,
    (...given: unknown[]) => note(`${className}.${method}`, { given: given.length }),
  ])
  return Object.fromEntries(pairs) as Record<M, () => void>
}

/** A whole module that Electron has and the double does not model. */
export function absent(name: string): object {
  return new Proxy(class {}, {
    construct(): object {
      throw new Error(`[electron-double] ${name} is not modelled`)
    },
    get(object, key): unknown {
      if (key in object || typeof key === 'symbol' || alwaysAsked.has(key)) return Reflect.get(object, key)
      throw new Error(`[electron-double] ${name}.${key} is not modelled`)
    },
  })
}
