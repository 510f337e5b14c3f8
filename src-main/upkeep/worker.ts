import { parentPort } from 'node:worker_threads'
import { backUp, verifyFile } from './backup.ts'
import type { UpkeepAnswer, UpkeepRequest } from './client.ts'

function answer(request: UpkeepRequest): UpkeepAnswer {
  try {
    if (request.job.kind === 'backup') return { id: request.id, ok: true, value: backUp(request.job) }
    const logKey = Buffer.from(request.job.logKeyHex, 'hex')
    return { id: request.id, ok: true, value: verifyFile({ ...request.job, logKey }) }
  } catch (error) {
    return { id: request.id, ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', (request: UpkeepRequest) => parentPort?.postMessage(answer(request)))
