/** A thread that parses files for a first sync: see parse-threads.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { checkBody } from '@/lib/render/check'
import { createFileParser, type FileToParse } from '@/lib/store/sync/parse-file'

const parseFiles = createFileParser(workerData.root, checkBody)

parentPort?.on('message', async (files: FileToParse[]) => parentPort?.postMessage(await parseFiles(files)))
