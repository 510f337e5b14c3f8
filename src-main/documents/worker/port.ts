import { parentPort } from 'node:worker_threads'

/** What the worker is asked. */
export type Question<Paper> = { readonly id: number; readonly paper: Paper }

/** What it answers. */
export type Answer =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly error: string }

/** Answers the questions that reach this thread, each by its id; a failure is an answer too, so that nobody waits for ever. */
export function answerQuestions<Paper>(print: (paper: Paper) => Promise<Uint8Array<ArrayBuffer>>): void {
  const port = parentPort
  if (port === null) throw new Error('this file is the entry of a worker thread')
  port.on('message', ({ id, paper }: Question<Paper>) => {
    print(paper).then(
      (pdf) => {
        const answer: Answer = { id, pdf }
        port.postMessage(answer, [pdf.buffer])
      },
      (error: unknown) => {
        const answer: Answer = { id, error: error instanceof Error ? error.message : String(error) }
        port.postMessage(answer)
      },
    )
  })
}
