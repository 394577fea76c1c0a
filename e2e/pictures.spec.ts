import { expect, test } from '@playwright/test'

test('a resized picture is created for the first reader and cached for the others', async ({
  page,
  request,
}) => {
  await page.goto('/category/chips')
  const small = page.locator('main img[src^="/_next/image"]').first()
  const copy = `${await small.getAttribute('src')}`.replace(/w=\d+/, 'w=1080')
  const ask = async (accept: string) => {
    const answer = await request.get(copy, { headers: { accept } })
    expect(answer.status()).toBe(200)
    const { 'content-type': type, 'x-nextjs-cache': from } = answer.headers()
    return { type, from, bytes: await answer.body() }
  }
  const first = await ask('image/avif,*/*')
  expect(first).toMatchObject({ type: 'image/avif', from: 'MISS' })
  expect(await ask('image/avif,*/*')).toEqual({ ...first, from: 'HIT' })
  expect((await ask('image/webp,*/*')).type).toBe('image/webp')
})
