import { getImageProps } from 'next/image'
import { isNonCanonicalImageRequest } from '@/lib/next/image-request'

const written = '/_next/image?url=%2Fassets%2Fimages%2Fa.jpg&w=640&q=75'

test.each([
  '/assets/images/a.jpg',
  '/assets/a b.jpg',
  "/assets/zurück (1)'!.jpg",
  '/assets/100%.png',
  '/assets/a&b=c?d#e.webp',
])('the addresses that pages write for %s are let through', (src) => {
  const { srcSet = '' } = getImageProps({ src: '/x', alt: '', width: 9, height: 9, sizes: '1px' }).props
  const targets = srcSet
    .split(', ')
    .map((each) => each.split(' ')[0]?.replace('%2Fx', encodeURIComponent(src)) ?? '')
  expect(targets.length).toBeGreaterThan(5)
  expect(targets.filter(isNonCanonicalImageRequest)).toEqual([])
})

test.each([
  written.replace('url=%2F', 'url=/'),
  written.replace('%2F', '%2f'),
  written.replace('a.jpg', '%61.jpg'),
  `${written}&`,
  `${written}&v=1`,
  `${written}#a`,
  `${written}?`,
  `${written}%20`,
  `${written};x`,
  written.replace('?', '?&'),
  written.replace('?', '??'),
  written.replace('?', '/?'),
  written.replace('?', '//?'),
  written.replace('?', '/.?'),
  written.replace('?', '/x/..?'),
  written.replace('w=640', 'w=0640'),
  written.replace('w=640', 'w=+640'),
  written.replace('w=640', 'w=6.4e2'),
  written.replace('w=640', 'w=640&w=640'),
  written.replace('q=75', 'q=075'),
  written.replace('q=75', 'q=74'),
  written.replace('&w=640&q=75', '&q=75&w=640'),
  written.replace('/_next', '//_next'),
  written.replace('/_next', '/./_next'),
  written.replace('/_next', '/x/../_next'),
  written.replace('/_next', '/%2e/_next'),
  written.replace('/_next', '\\_next'),
  written.replace('/_next/', '/_next\\'),
  written.replace('image', '%69mage'),
  written.replace('image', 'IMAGE'),
  written.replace('_next', '_NEXT'),
  written.replace('/image', '%2Fimage'),
  written.replace('/_next/image', '/api/image'),
  written.replace('/_next/image', '/API/Image/'),
  written.replace('a.jpg', '%E0%A4%A'),
  `http://localhost${written}`,
  '/_next/image',
  '/_next/image?',
  '/_next/image?url=&w=640&q=75',
])('%s is another spelling, and refused', (target) => {
  expect(isNonCanonicalImageRequest(target)).toBe(true)
})

test.each([
  '/',
  '/_next/static/x.js',
  '/imagenet',
  '/assets/_next/image.png',
  '/search?q=/_next/image',
  '*',
  '//',
  '/%',
])('%s is not about pictures', (target) => {
  expect(isNonCanonicalImageRequest(target)).toBe(false)
})
