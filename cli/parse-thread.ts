/** A thread that looks into files for a first sync: see inspect-threads.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { checkBody } from '@/lib/render/check'
import { type Candidate, inspector } from '@/lib/store/sync/parse-file'

const inspect = inspector(workerData.root, checkBody)

parentPort?.on('message', async (files: Candidate[]) => parentPort?.postMessage(await inspect(files)))
