import { Worker } from 'node:worker_threads'
import type { BackupJob, Counts } from './backup.ts'

type VerifyJob = { readonly file: string; readonly hexKey: string; readonly logKeyHex: string }
type Verdict = { rows: number; entries: number; faults: string[] }

/** A job for the upkeep thread. */
export type UpkeepRequest = { id: number; job: (BackupJob & { kind: 'backup' }) | (VerifyJob & { kind: 'verify' }) }

/** What the upkeep thread answers. */
export type UpkeepAnswer =
  | { id: number; ok: true; value: (Counts & { copy: string }) | Verdict }
  | { id: number; ok: false; problem: string }

/** The upkeep thread: copies and proofs never block the engine. It starts with its first job. */
export type UpkeepThread = {
  backUp(job: BackupJob): Promise<Counts>
  verify(job: VerifyJob): Promise<Verdict>
  close(): Promise<void>
}

/** Prepares the upkeep thread from its entry file. */
export function upkeepThread(entry: URL): UpkeepThread {
  let worker: Worker | undefined
  let last = 0
  const waiting = new Map<number, (answer: UpkeepAnswer) => void>()

  function fail(problem: string): void {
    for (const [id, settle] of waiting) settle({ id, ok: false, problem })
    waiting.clear()
    worker = undefined
  }

  function thread(): Worker {
    if (worker !== undefined) return worker
    worker = new Worker(entry)
    worker.unref()
    worker.on('message', (answer: UpkeepAnswer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    })
    worker.on('error', (error) => fail(error.message))
    worker.on('exit', () => fail('The upkeep thread ended.'))
    return worker
  }

  async function ask(job: UpkeepRequest['job']): Promise<(Counts & { copy: string }) | Verdict> {
    last += 1
    const id = last
    const answer = await new Promise<UpkeepAnswer>((settle) => {
      waiting.set(id, settle)
      thread().postMessage({ id, job } satisfies UpkeepRequest)
    })
    if (!answer.ok) throw new Error(answer.problem)
    return answer.value
  }

  return {
    async backUp(job) {
      const value = await ask({ ...job, kind: 'backup' })
      if (!('patients' in value)) throw new Error('The upkeep thread answered another question.')
      return value
    },
    async verify(job) {
      const value = await ask({ ...job, kind: 'verify' })
      if (!('faults' in value)) throw new Error('The upkeep thread answered another question.')
      return value
    },
    async close() {
      await worker?.terminate()
    },
  }
}
