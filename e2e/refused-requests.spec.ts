import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { rawRequest } from './raw-request'

/** The functions that Next would run for who knows their ids: every cached one. */
function functionIds(): string[] {
  const manifest = '.next/server/server-reference-manifest.json'
  return existsSync(manifest) ? Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).node ?? {}) : []
}

test('nobody runs a function of the server by its id, not even who has read the ids in the build', async ({
  baseURL,
}) => {
  const ids = functionIds()
  // None would mean that this test looks in the wrong place.
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

test('a body is refused on every kind of address', async ({ baseURL }) => {
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
