import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './port.ts'

/** Sets papers as PDF on a thread of its own. */
export type Press = {
  /** The paper as PDF; rejects when it could not be set, and when the press was closed or its thread died meanwhile. */
  print(paper: { readonly kind: string }): Promise<Uint8Array>
  /** Ends the thread; resolves when it is gone. */
  close(): Promise<void>
}

type Waiting = { readonly done: (pdf: Uint8Array) => void; readonly failed: (error: Error) => void }

/**
 * A press over the worker's entry. The thread starts with the first paper, and again with the next one after it died;
 * it does not keep the process alive.
 */
export function createPress(entry: URL): Press {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let count = 0
  let isClosed = false

  function failAll(why: string): void {
    const left = [...waiting.values()]
    waiting.clear()
    for (const { failed } of left) failed(new Error(why))
    worker?.unref()
  }

  function start(): Worker {
    const started = new Worker(entry, { name: 'papers' })
    let why = 'the thread that prints ended'
    started.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) started.unref()
      if ('pdf' in answer) asked?.done(answer.pdf)
      else asked?.failed(new Error(answer.error))
    })
    started.on('error', (error) => {
      why = `the thread that prints failed: ${error instanceof Error ? error.message : String(error)}`
    })
    started.on('exit', () => {
      // every question still open was put to this thread: there is only one at a time
      if (worker === started) worker = undefined
      failAll(isClosed ? 'the press was closed' : why)
    })
    return started
  }

  return {
    print: (paper) =>
      new Promise((done, failed) => {
        if (isClosed) {
          failed(new Error('the press is closed'))
          return
        }
        worker ??= start()
        const question: Question<unknown> = { id: ++count, paper }
        waiting.set(question.id, { done, failed })
        worker.ref()
        try {
          worker.postMessage(question)
        } catch (error) {
          waiting.delete(question.id)
          failed(error instanceof Error ? error : new Error(String(error)))
        }
      }),
    close: async () => {
      isClosed = true
      const ending = worker
      worker = undefined
      await ending?.terminate()
      failAll('the press was closed')
    },
  }
}
