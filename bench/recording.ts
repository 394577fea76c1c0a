import { createServer, type OutgoingHttpHeaders, request } from 'node:http'
import { gunzipSync, gzipSync } from 'node:zlib'

type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * A server of nothing but files: what another one answers, byte for byte, asked once and kept in memory, its HTML without
 * scripts.
 */
export async function serveRecording(origin: string, port: number) {
  const kept = new Map<string, Answer>()
  const server = createServer(async (asked, response) => {
    const path = asked.url ?? '/'
    const answer = kept.get(path) ?? withoutScripts(await fetchRaw(origin + path, asked.headers.accept))
    kept.set(path, answer)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function withoutScripts(answer: Answer): Answer {
  if (!String(answer.headers['content-type']).startsWith('text/html')) return answer
  const page = gunzipSync(answer.body).toString()
  const bare = page
    .replace(/<script(?! type="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="(?:preload|modulepreload)" as="script"[^>]*>/g, '')
    .replace(/<link[^>]*as="script"[^>]*>/g, '')
  const body = gzipSync(bare)
  return { ...answer, body, headers: { ...answer.headers, 'content-length': body.length } }
}

function fetchRaw(url: string, accept = '*/*'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { accept, 'accept-encoding': 'gzip' } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => {
        const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers
        resolve({ status: answer.statusCode ?? 500, headers, body: Buffer.concat(chunks) })
      })
    })
    asked.on('error', reject).end()
  })
}
