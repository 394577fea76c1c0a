import { connect } from 'node:net'

/** Sends a request as the bytes it is, which no browser and no library would, and reads the answer to its end. */
export function rawRequest(
  base: string | undefined,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Headers; body: string }> {
  const { hostname, port, host } = new URL(base ?? '')
  const lines = Object.entries({ Host: host, Connection: 'close', ...headers }).map(
    ([key, value]) => `${key}: ${value}`,
  )
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('latin1').setTimeout(30_000, () => socket.destroy(new Error(`no answer to ${path}`)))
    socket.on('data', (text) => (answer += text)).on('error', reject)
    socket.on('close', () => {
      const [head = '', ...rest] = answer.split('\r\n\r\n')
      const [first = '', ...fields] = head.split('\r\n')
      const found = new Headers()
      for (const field of fields) found.append(field.split(':')[0] ?? '', field.replace(/^[^:]*: ?/, ''))
      resolve({
        status: Number(first.split(' ')[1]),
        headers: found,
        body: rest.join('\r\n\r\n'),
      })
    })
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`, 'latin1')
  })
}
