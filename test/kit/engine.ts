import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '#engine'
import type { Engine } from '#engine'
import type { Reply } from '#contract/define'

const root = new URL('../../', import.meta.url)

/** What the first manager typed. */
export const manager = { signInName: 'elena', password: 'seven lanterns on the pier' }

/** The answers of the first start, complete. */
export const firstStart = {
  practice: { name: 'Coast', legalName: 'Coast, Inc.', ein: '', npi: '', phone: '', logoPng: '' },
  locations: [
    {
      code: 'SM',
      name: 'Santa Monica',
      address: { street: '', street2: '', city: '', state: 'CA', postalCode: '' },
      phone: '',
      zone: 'America/Los_Angeles',
      rooms: ['Chair 1'],
      hours: [{ weekday: 2, openMinute: 480, closeMinute: 1080 }],
    },
  ],
  manager: { name: 'Elena Márquez', credentials: 'MD', npi: '', alsoRoles: ['provider'], ...manager },
}

/** An engine on a folder of its own, with a clock that the test moves. */
export class TestEngine {
  readonly dir: string
  readonly log: string[] = []
  now = Date.UTC(2026, 2, 10, 17)
  #engine: Engine | undefined

  constructor(dir?: string) {
    this.dir = dir ?? mkdtempSync(join(tmpdir(), 'engine-'))
  }

  get engine(): Engine {
    if (this.#engine === undefined) throw new Error('The engine is not started.')
    return this.#engine
  }

  async start(): Promise<this> {
    this.#engine = await createEngine({
      dir: this.dir,
      version: '0.0.0',
      workers: {
        documents: new URL('src-main/documents/press.ts', root),
        upkeep: new URL('src-main/upkeep/worker.ts', root),
      },
      now: () => this.now,
      log: (line) => this.log.push(line),
    })
    return this
  }

  call(path: string, input: unknown = {}, client = 'window'): Promise<Reply<unknown>> {
    const [room = '', name = ''] = path.split('.')
    return this.engine.call(room, name, input, { client })
  }

  /** The value of a call that must go well. */
  async done(path: string, input: unknown = {}, client = 'window'): Promise<Record<string, unknown>> {
    const reply = await this.call(path, input, client)
    if (!reply.ok) throw new Error(`${path}: ${reply.fault.code} ${reply.fault.message}`)
    if (typeof reply.value !== 'object' || reply.value === null) throw new Error(`${path} answered no object.`)
    return { ...reply.value }
  }

  /** The code of the fault of a call; 'ok' when there was none. */
  async code(path: string, input: unknown = {}, client = 'window'): Promise<string> {
    const reply = await this.call(path, input, client)
    return reply.ok ? 'ok' : reply.fault.code
  }

  async stop(): Promise<void> {
    await this.#engine?.close()
    this.#engine = undefined
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.dir, { recursive: true, force: true })
  }
}

/** A started engine with a founded practice; the manager sits at the window. */
export async function foundedEngine(): Promise<TestEngine> {
  const engine = await new TestEngine().start()
  const { recoveryCode } = await engine.done('setup.create', firstStart)
  await engine.done('setup.confirmRecoveryCode', { code: recoveryCode })
  return engine
}
