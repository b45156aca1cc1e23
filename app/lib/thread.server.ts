import { Worker } from 'node:worker_threads'

const mostMegabytes = 1000

/** What a file answers that runs in a thread of its own; `begun` is given the thread, so that it can be ended. */
export function answerInThread<T>(file: URL, workerData: unknown, begun: (worker: Worker) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    begun(worker)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread ended with ${code} and no answer`)))
  })
}
