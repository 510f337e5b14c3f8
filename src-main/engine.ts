import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reply } from '#contract/define'
import type { Fault } from '#contract/faults'
import { newId } from '#db/open'
import { createPress } from '#documents/worker/client'
import type { Press } from '#documents/worker/client'
import { buildSample } from '#sample/build'
import type { SampleLogin } from '#sample/people'
import { Refusal } from '#services/refusal'
import { upkeepThread } from '#upkeep/client'
import type { UpkeepThread } from '#upkeep/client'
import { AttemptsFile } from './engine/attempts-file.ts'
import { deskFor } from './engine/desk-for.ts'
import { checkInput, checkOutput, entryOf, refusalFor } from './engine/dispatch.ts'
import type { AnyEntry } from './engine/dispatch.ts'
import type { Entrance } from './engine/entrance.ts'
import { handlerOf } from './engine/handlers.ts'
import { inProcessClient } from './engine/in-process-client.ts'
import { logBug } from './engine/log.ts'
import type { WriteLog } from './engine/log.ts'
import { Looks } from './engine/looks.ts'
import { Premises } from './engine/premises.ts'
import { Presence } from './engine/presence.ts'
import type { Seat } from './engine/presence.ts'
import { Turns } from './engine/turns.ts'

export { StartProblem } from './engine/start-problem.ts'

/** Who asks: one browser's cookie, or one window. */
export type Caller = { readonly client: string }

/** What the engine needs from the shell that starts it. */
export type EngineOptions = {
  /** The data folder. */
  readonly dir: string
  /** Entry files of the worker threads. */
  readonly workers: { readonly documents: URL; readonly upkeep: URL }
  readonly version: string
  /** Epoch milliseconds; the wall clock when left out. */
  readonly now?: () => number
  readonly log?: WriteLog
  /** Begin in the sample practice, in a throw-away folder; the first window is seated as its manager. */
  readonly sample?: boolean
}

/** The program without a window: both shells call it in the same words. */
export type Engine = {
  /** Makes a call for a window. Never throws: an expected no and a bug are both faults. */
  call(room: string, name: string, input: unknown, who: Caller): Promise<Reply<unknown>>
  /** Hears which topics were touched; '*' is everything. Answers with what ends the hearing. */
  onTouched(listener: (topics: readonly string[]) => void): () => void
  /** The window is gone. */
  leave(client: string): void
  /** Locks every window: the system was locked or suspended, or somebody asked. */
  lockAll(why: 'os-lock' | 'suspend' | 'menu'): void
  /** Who can sign in to the sample practice; empty outside of it. */
  sampleLogins(): readonly SampleLogin[]
  /** Folds the log into the file, closes it and lets the folder go. */
  close(): Promise<void>
}

const LOCK_CHECK = 5_000
const DAY = 24 * 60 * 60_000
/** The copy waits until the first screens are up. */
const COPY_AFTER = 20_000

/** Starts the engine on a data folder. Throws StartProblem with a plain sentence when the folder must not be used. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const house = new House(options)
  if (options.sample === true) await house.openSample()
  else await house.enter()
  return {
    call: (room, name, input, who) => house.call(room, name, input, who),
    onTouched: (listener) => house.onTouched(listener),
    leave: (client) => house.leave(client),
    lockAll: () => house.lockAll(),
    sampleLogins: () => house.sampleLogins,
    close: () => house.close(),
  }
}

class House {
  readonly #options: EngineOptions
  readonly #now: () => number
  readonly #log: WriteLog
  readonly #presence = new Presence()
  readonly #looks = new Looks()
  readonly #listeners = new Set<(topics: readonly string[]) => void>()
  readonly #upkeep: UpkeepThread
  readonly #press: Press
  readonly #timer: NodeJS.Timeout
  #premises: Premises | undefined
  #attempts: AttemptsFile | undefined
  #sampleDir: string | undefined
  #lastPasswordAt = Number.NEGATIVE_INFINITY
  sampleLogins: readonly SampleLogin[] = []
  readonly #turns = new Turns()
  #seatsFirst = false
  #seating: Promise<unknown> | undefined
  /** Off while the sample is built: its clock leaps over days. */
  readonly #locksWhenQuiet: boolean

  constructor(options: EngineOptions, who: 'attended' | 'unattended' = 'attended') {
    this.#options = options
    this.#locksWhenQuiet = who === 'attended'
    this.#now = options.now ?? Date.now
    this.#log = options.log ?? (() => undefined)
    this.#upkeep = upkeepThread(options.workers.upkeep)
    this.#press = createPress(options.workers.documents)
    this.#timer = setInterval(() => this.#lockQuiet(), LOCK_CHECK)
    this.#timer.unref()
  }

  async enter(): Promise<void> {
    this.#premises = await Premises.enter(this.#options.dir, this.#now, this.#upkeep)
    this.#attempts = new AttemptsFile(this.#options.dir)
  }

  async openSample(): Promise<readonly SampleLogin[]> {
    const dir = mkdtempSync(join(tmpdir(), 'infusion-desk-sample-'))
    let clock = this.#now()
    const builder = new House({ ...this.#options, dir, now: () => clock, sample: false }, 'unattended')
    await builder.enter()
    const people = await buildSample({
      clientAt: (window) => inProcessClient(builder, window),
      newId: () => newId(clock),
      clock: {
        get now() {
          return clock
        },
        setNow(instant) {
          clock = instant
        },
      },
    })
    const dataKey = builder.#copyKey()
    await builder.close()
    await this.#premises?.leave()
    this.#presence.clear()
    this.#premises = await Premises.enter(dir, this.#now, this.#upkeep)
    this.#attempts = new AttemptsFile(dir)
    await this.#premises.open(dataKey)
    this.#lastPasswordAt = this.#now()
    this.#sampleDir = dir
    this.sampleLogins = people
    this.#seatsFirst = true
    this.#announce(['*'])
    return people
  }

  async call(room: string, name: string, input: unknown, who: Caller): Promise<Reply<unknown>> {
    try {
      await this.#seatSample(who.client)
      return await this.#call(room, name, input, who)
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, fault: error.fault }
      return { ok: false, fault: this.#bug(`${room}.${name}`, error) }
    }
  }

  onTouched(listener: (topics: readonly string[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  leave(client: string): void {
    this.#presence.leave(client)
    this.#looks.forget(client)
  }

  lockAll(): void {
    this.#presence.lockAll()
    this.#announce(['*'])
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#listeners.clear()
    this.#presence.clear()
    await this.#premises?.leave()
    await this.#press.close()
    await this.#upkeep.close()
    if (this.#sampleDir !== undefined) rmSync(this.#sampleDir, { recursive: true, force: true })
  }

  async #call(room: string, name: string, input: unknown, who: Caller): Promise<Reply<unknown>> {
    this.#lockQuiet()
    const entry = entryOf(room, name)
    if (entry === undefined) return { ok: false, fault: { code: 'call.unknown', message: 'There is no such call.' } }
    const premises = this.#here()
    const seat = this.#presence.at(who.client)
    const refusal = refusalFor(entry, seat, premises.store !== undefined)
    if (refusal !== undefined) return { ok: false, fault: refusal }
    const checked = checkInput(entry, input)
    if (!checked.ok) return checked
    if (entry.kind === 'command') this.#presence.stir(who.client, this.#now())

    const handler = handlerOf(room, name)
    const value =
      handler.at === 'entrance'
        ? await handler.run(this.#entrance(who.client), checked.value)
        : await handler.run(
            deskFor({ premises, seat, now: this.#now, newId: () => newId(this.#now()), press: this.#press }),
            checked.value,
          )
    const answer = checkOutput(entry, value)
    await this.#recordLook(entry, `${room}.${name}`, [checked.value, answer], who.client, seat)
    if (entry.touches !== undefined && entry.touches.length > 0) this.#announce([...entry.touches, 'upkeep'])
    if (room === 'staff') await this.#dismissGone()
    return { ok: true, value: answer }
  }

  #entrance(client: string): Entrance {
    const attempts = this.#attempts
    if (attempts === undefined) throw new Error('The engine has no folder.')
    return {
      client,
      premises: this.#here(),
      presence: this.#presence,
      attempts,
      turns: this.#turns,
      isSample: this.#sampleDir !== undefined,
      version: this.#options.version,
      lastPasswordAt: this.#lastPasswordAt,
      now: this.#now,
      newId: () => newId(this.#now()),
      passwordWasRight: () => {
        this.#lastPasswordAt = this.#now()
        this.#backUpWhenDue()
      },
      openSample: () => this.openSample(),
    }
  }

  #here(): Premises {
    if (this.#premises === undefined) throw new Error('The engine has no folder.')
    return this.#premises
  }

  #copyKey(): Buffer {
    const key = this.#here().dataKey
    if (key === undefined) throw new Error('The file is not open.')
    return Buffer.from(key)
  }

  /** Writes down who looked: whoever asked, were they gone by the time of the answer. */
  async #recordLook(
    entry: AnyEntry,
    call: string,
    [input, answer]: readonly [unknown, unknown],
    client: string,
    seat: Seat | undefined,
  ): Promise<void> {
    const store = this.#here().store
    if (entry.looksAt === undefined || seat === undefined || store === undefined) return
    // Who was not named in the call is named in the answer.
    const patientId = fieldOf(input, entry.looksAt) ?? fieldOf(answer, entry.looksAt)
    if (typeof patientId !== 'string' || !this.#looks.isNew(client, seat.staffId, call, patientId, this.#now())) return
    await store.write({ actor: seat.staffId, location: null }, async (tx) => {
      tx.note({ action: 'look', subject: call, patientId })
    })
  }

  /** A person whose sign-in was taken away, or whose roles changed, loses the seat at every window at once. */
  async #dismissGone(): Promise<void> {
    const store = this.#here().store
    if (store === undefined) return
    if (await this.#presence.refresh(store.read)) this.#announce(['*'])
  }

  async #seatSample(client: string): Promise<void> {
    if (!this.#seatsFirst) return
    const first = this.sampleLogins[0]
    if (first === undefined) return
    // A page that is loaded again while the password is checked waits for the same seating.
    const { signInName, password } = first
    this.#seating ??= this.#call('signIn', 'withPassword', { signInName, password }, { client })
    await this.#seating
  }

  /** Makes a proved copy of the file on the first sign-in of a day; the sample is thrown away anyhow. */
  #backUpWhenDue(): void {
    const last = this.#premises?.lastVerifiedAt()
    if (this.#sampleDir !== undefined || (last !== undefined && this.#now() - last < DAY)) return
    const copy = async () => {
      if (this.#premises?.store === undefined) return
      try {
        await this.#premises.backUp()
        this.#announce(['upkeep'])
      } catch (error) {
        this.#bug('upkeep.backUp', error)
      }
    }
    setTimeout(() => void copy(), COPY_AFTER).unref()
  }

  #lockQuiet(): void {
    if (this.#locksWhenQuiet && this.#presence.lockQuiet(this.#now())) this.#announce(['*'])
  }

  #announce(topics: readonly string[]): void {
    for (const listener of this.#listeners) listener(topics)
  }

  #bug(where: string, error: unknown): Fault {
    const isFull = typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'SQLITE_FULL'
    if (isFull) return { code: 'file.full', message: 'The disk is full. Nothing was saved. Make room and try again.' }
    const number = logBug(this.#log, where, error, this.#now())
    return {
      code: 'internal',
      message: `Something went wrong. Nothing was saved. (${number})`,
      facts: { number },
    }
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
