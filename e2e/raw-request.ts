import { connect } from 'node:net'

/** Sends a request byte for byte, as no browser or library would, and reads the whole response. */
export async function rawRequest(
  base: string | undefined,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Headers; body: string }> {
  const { host } = new URL(base ?? '')
  const lines = Object.entries({ Host: host, Connection: 'close', ...headers }).map(
    ([key, value]) => `${key}: ${value}`,
  )
  const answer = await rawBytes(base, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const [first = '', ...fields] = head.split('\r\n')
  const found = new Headers()
  for (const field of fields) found.append(field.split(':')[0] ?? '', field.replace(/^[^:]*: ?/, ''))
  return { status: Number(first.split(' ')[1]), headers: found, body: rest.join('\r\n\r\n') }
}

/**
 * Sends arbitrary bytes and returns everything that comes back until the server closes the connection, or until it has been
 * silent for `patience` milliseconds, which is an error unless `silenceIsFine`.
 */
export function rawBytes(
  base: string | undefined,
  bytes: string,
  { patience = 30_000, silenceIsFine = false } = {},
): Promise<string> {
  const { hostname, port } = new URL(base ?? '')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('latin1').setTimeout(patience, () => {
      socket.destroy(silenceIsFine ? undefined : new Error(`no answer to ${bytes.slice(0, 200)}`))
    })
    socket.on('data', (text) => (answer += text))
    socket.on('error', (error) => (silenceIsFine ? resolve(answer) : reject(error)))
    socket.on('close', () => resolve(answer))
    socket.write(bytes, 'latin1')
  })
}
