import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { rawRequest } from './raw-request'

/** The ids of the server functions that Next would run for anyone who knows them: all cached functions. */
function functionIds(): string[] {
  const manifest = '.next/server/server-reference-manifest.json'
  return existsSync(manifest) ? Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).node ?? {}) : []
}

test('no server function can be called by its id, even if the ids in the build are known', async ({
  baseURL,
}) => {
  const ids = functionIds()
  // Finding none would mean that this test looks in the wrong place.
  expect(ids.length).toBeGreaterThan(10)
  const ran: string[] = []
  for (const id of ids) {
    const arguments_ = '["about",1,"x"]'
    const boundary = 'x1'
    const form = `--${boundary}\r\nContent-Disposition: form-data; name="$ACTION_ID_${id}"\r\n\r\n\r\n--${boundary}--\r\n`
    const length = (body: string) => ({ 'Content-Length': String(body.length) })
    const chunked = `${arguments_.length.toString(16)}\r\n${arguments_}\r\n0\r\n\r\n`
    const multipart = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
    for (const [path, headers, body] of [
      [
        '/',
        { 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8', ...length(arguments_) },
        arguments_,
      ],
      ['/about', { 'Next-Action': id, 'Transfer-Encoding': 'chunked' }, chunked],
      ['/search', { 'Next-Action': id }, ''],
      ['/about', { ...multipart, ...length(form) }, form],
      [
        '/search',
        { ...multipart, 'Transfer-Encoding': 'chunked' },
        `${form.length.toString(16)}\r\n${form}\r\n0\r\n\r\n`,
      ],
    ] as const) {
      const answer = await rawRequest(baseURL, path, { method: 'POST', headers, body })
      if (answer.status !== 405) ran.push(`${path} ${Object.keys(headers)}: ${answer.status}`)
    }
  }
  expect(ran).toEqual([])
})

test('P19: a request body is rejected on every kind of route', async ({ baseURL }) => {
  for (const path of [
    '/',
    '/about',
    '/tag/openai',
    '/search',
    '/feed.xml',
    '/og/about/wide',
    '/assets/x.png',
    '/_next/image',
    '/none',
  ]) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'GET']) {
      const answer = await rawRequest(baseURL, path, {
        method,
        headers: { 'Content-Length': '1' },
        body: 'x',
      })
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 405`)
    }
  }
})

test('no spelling of the webhook’s path gets a body or a server function to a page', async ({ baseURL }) => {
  const id = functionIds()[0] ?? ''
  const boundary = 'x1'
  const form = `--${boundary}\r\nContent-Disposition: form-data; name="$ACTION_ID_${id}"\r\n\r\n\r\n--${boundary}--\r\n`
  const chunked = `${form.length.toString(16)}\r\n${form}\r\n0\r\n\r\n`
  const multipart = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
  const length = { 'Content-Length': String(form.length) }
  for (const path of [
    ...['/API/revalidate', '/api/Revalidate', '/%61pi/revalidate', '/api/%72evalidate', '//api/revalidate'],
    ...[
      '/api//revalidate',
      '/api/revalidate/',
      '/api/revalidate//',
      '/api/revalidate;x',
      '/api/revalidate?x',
    ],
    ...[
      '/api/revalidate?',
      '/api/./revalidate',
      '/x/../api/revalidate',
      '/API/../about',
      '/api/revalidate%20',
    ],
    ...['/api/revalidate%2f', '/api/revalidate/index', '/api/revalidate.rsc', `${baseURL}/api/revalidate`],
    ...['http://evil.test/api/revalidate', '/index', '/index/api/revalidate', '/_next/../api/revalidate'],
    ...['/api/revalidate/../../about', '/api', '/api/', '/api/refused', '/api/health/live', '*'],
  ])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'GET', 'QUERY', 'PROPFIND'])
      for (const [headers, body] of [
        [{ 'Next-Action': id, ...length }, form],
        [{ ...multipart, ...length }, form],
        [{ ...multipart, 'Transfer-Encoding': 'chunked' }, chunked],
      ] as const) {
        const answer = await rawRequest(baseURL, path, { method, headers, body })
        const isKnownToNode = method !== 'QUERY' || answer.status !== 400
        if (isKnownToNode) expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 405`)
        expect(answer.headers.get('connection')).toBe('close')
      }
})

test('pages answer 405 to unsupported methods, with and without a body', async ({ baseURL }) => {
  for (const path of [
    '/',
    '/about',
    '/none',
    '/search',
    '/feed.xml',
    '/lite',
    '/assets/images/gpt-4.svg',
    '/og/about/card.png',
  ])
    for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'PATCH', 'OPTIONS', 'PURGE', 'LOCK']) {
      const answer = await rawRequest(baseURL, path, { method })
      expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 405`)
      expect(answer.headers.get('allow')).toBe('GET, HEAD')
    }
})
