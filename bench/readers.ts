import { Agent, get } from 'node:http'

/** One reader over one kept connection: how long a whole answer takes, in milliseconds. Throws where it is not a 200. */
export function readers(origin: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const started = performance.now()
      get(origin + path, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        answer.resume()
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve(performance.now() - started)
            : reject(new Error(`${path} answered ${answer.statusCode}.`)),
        )
      }).on('error', reject)
    })
  return Object.assign(ask, { end: () => agent.destroy() })
}
