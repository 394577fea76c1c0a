import { createServer } from 'node:net'
import { parseArgs } from 'node:util'

type Listen = { port: string; hostname?: string; isChosen: boolean }

/** Where `next start` or `next dev` would listen with these arguments: `-p 8080`, `--port=8080`, `-H`, else PORT, else 3000. */
export function parseListenOptions(args: string[], env: Partial<NodeJS.ProcessEnv> = process.env): Listen {
  const { values } = parseArgs({
    ...{ args, strict: false, allowPositionals: true },
    options: { port: { type: 'string', short: 'p' }, hostname: { type: 'string', short: 'H' } },
  })
  const asked = typeof values.port === 'string' ? values.port : env.PORT
  const hostname = typeof values.hostname === 'string' ? { hostname: values.hostname } : {}
  return { port: asked ?? '3000', ...hostname, isChosen: asked !== undefined }
}

/**
 * Why nothing can listen there, as a sentence with what to do instead; undefined where it can. `command` is how this was
 * started: `npm start`.
 */
export async function portFault({ port, hostname }: Listen, command: string): Promise<string | undefined> {
  const number = Number(port)
  if (!/^\d{1,5}$/.test(port) || number > 65_535) {
    return `${JSON.stringify(port)} is not a port. Write a number from 0 to 65535: ${command} -- -p 3001`
  }
  const other = number < 1024 ? 3001 : Math.min(number + 1, 65_535)
  const instead = number === other ? 3001 : other
  const code = await failureToListen(number, hostname)
  if (code === undefined) return undefined
  if (code === 'EADDRINUSE') {
    return `Port ${number} is in use. Stop what uses it, or choose another: ${command} -- -p ${instead}`
  }
  if (code === 'EACCES') {
    return `You may not use port ${number}: those below 1024 belong to root. Choose another: ${command} -- -p ${instead}`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `This machine has no address ${JSON.stringify(hostname ?? '')}. Leave -H out, or write one it has: ${command} -- -H 127.0.0.1`
  }
  return `Nothing can listen on port ${number} (${code}). Choose another: ${command} -- -p ${instead}`
}

/** Listens there for a moment, as Next would. Gives the code of the error where that fails. */
function failureToListen(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () =>
      server.close(() => resolve(undefined)),
    )
  })
}
