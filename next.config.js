import { readdir } from 'node:fs/promises'

const inDevelopment = process.env.NODE_ENV === 'development'

// Next writes its own inline scripts into every static page, so scripts may be inline; what keeps foreign ones
// out is the guard in lib/mdx. Everything else is closed. See docs/decisions/0006-content-security-policy.md.
const secure = Boolean(process.env.VERCEL) || process.env.SITE_URL?.startsWith('https:')
const policy = {
  'default-src': "'self'",
  'script-src': `'self' 'unsafe-inline'${inDevelopment ? " 'unsafe-eval'" : ''}`,
  'style-src': inDevelopment ? "'self' 'unsafe-inline'" : "'self'",
  'img-src': "'self' data:",
  // Players of films (lib/mdx/player.ts). A frame is made after the reader's click, never before.
  'frame-src': 'https://www.youtube-nocookie.com https://player.vimeo.com',
  'connect-src': `'self'${inDevelopment ? ' ws:' : ''}`,
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

// What is no page needs nothing at all.
const closed = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

const contentSecurity = (/** @type {Record<string, string>} */ directives) => ({
  key: 'Content-Security-Policy',
  value: Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`.trim())
    .concat(secure ? 'upgrade-insecure-requests' : [])
    .join('; '),
})

const headers = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** The first segment of an article's address, as a pattern: a slug, but no route of the site such as /archive. */
async function articleSlug() {
  const found = await readdir('app', { withFileTypes: true })
  const routes = found.filter((entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name))
  return `(?!(?:${routes.map(({ name }) => name).join('|')})(?:/|$))[a-z0-9]+(?:-[a-z0-9]+)*`
}

/** Whoever names Markdown gets it, except as second best. Browsers never do. */
const asksForMarkdown = { type: 'header', key: 'accept', value: '.*text/markdown(?! *; *q=0).*' }

// Next would let anybody who knows its id call a cached function, with arguments of their choice, by sending it to a page:
// the id in a header, or in a form. There are no forms to send here, so nothing with a body gets to a page.
const refused = [
  { key: 'next-action' },
  { key: 'content-type', value: 'multipart/.*' },
  { key: 'content-length', value: '0*[1-9].*' },
  { key: 'transfer-encoding' },
]

// Started as a program of its own (lib/images/job-pool.ts), so nothing that Next traces leads to it.
const imageWorker = [
  './lib/images/*.mjs',
  ...['sharp', '@img', 'detect-libc', 'semver'].map((name) => `./node_modules/${name}/**`),
]

// Vercel makes smaller copies of pictures by itself, outside the functions. Everywhere else app/api/image does.
const ownImages = !process.env.VERCEL

/** @type {import('next').NextConfig} */
const config = {
  // A folder that runs without node_modules, for deploy/Dockerfile.
  output: process.env.NEXT_OUTPUT === 'standalone' ? 'standalone' : undefined,
  cacheComponents: true,
  // Links are plain anchors (docs/decisions/0005-plain-links.md): there is nothing to prefetch.
  partialPrefetching: false,
  poweredByHeader: false,
  // A third of what is usual: Next keeps so much twice, as pages and as data, and the text of a page takes twice what it is
  // counted at. A proxy has the pages anyway (bench/README.md).
  cacheMaxMemorySize: 16 * 2 ** 20,
  // How long a proxy may keep answering with an old page while it fetches the new one.
  expireTime: 86_400,
  experimental: {
    // Otherwise every wrong address would leave files on the disk.
    isrFlushToDisk: false,
  },
  // In development nothing may be remembered: an edited post shows on the next reload.
  cacheHandlers: inDevelopment
    ? { default: import.meta.resolve('./lib/archive/no-cache.cjs') }
    : process.env.VERCEL
      ? undefined
      : { default: import.meta.resolve('./lib/next/use-cache-handler.cjs') },
  // Vercel has a cache of its own for pictures.
  cacheHandler:
    process.env.VERCEL || inDevelopment ? undefined : import.meta.resolve('./lib/pictures/cache-handler.cjs'),
  serverExternalPackages: [
    // Binaries.
    ...['libsql', 'harfbuzzjs'],
    // What makes pages of Markdown: within the bundle it is there ten times, for as many kinds of pages: a quarter of the time
    // of the compile and nearly half of .next/server (docs/decisions/0020-markdown-outside-the-bundle.md).
    ...['@mdx-js/mdx', 'unified', 'unist-util-visit', 'remark-parse', 'remark-gfm'],
    ...['mdast-util-mdx', 'micromark-extension-mdx', 'hast-util-from-html', 'hast-util-to-html'],
    ...['rehype-raw', 'rehype-sanitize', '@shikijs/core', '@shikijs/engine-javascript', '@shikijs/langs'],
    ...['gray-matter', 'yaml'],
  ],
  outputFileTracingIncludes: {
    ...(process.env.CONTENT_DATABASE_URL ? {} : { '/**': ['./.content/index.db'] }),
    '/og/**': [
      ...['./public/assets/**', './lib/pictures/fonts/*.ttf', './node_modules/harfbuzzjs/dist/*'],
      ...imageWorker,
    ],
    '/api/revalidate': imageWorker,
    ...(ownImages ? { '/api/image': imageWorker } : {}),
  },
  images: {
    formats: ['image/avif', 'image/webp'],
    qualities: [75],
    localPatterns: [{ pathname: '/assets/**', search: '' }],
    // A loader of one's own switches Next's optimiser off: see lib/next/image-urls.ts.
    ...(ownImages ? { loader: 'custom', loaderFile: './lib/next/image-loader.ts' } : {}),
  },
  // Old addresses of other systems end in a slash, too. They must not be sent to the same path without it first, so only
  // the site's own routes do that, and what is longer goes to the page that knows old addresses.
  skipTrailingSlashRedirect: true,
  redirects: async () => [
    { source: '/:path/', destination: '/:path', permanent: true },
    {
      source: '/:path(archive|author|category|corrections|og|preview|sitemap|tag)/:rest+/',
      destination: '/:path/:rest+',
      permanent: true,
    },
    { source: '/:path/:edition(lite)/', destination: '/:path/:edition', permanent: true },
    // Behind /chips.md stands a route that must not become a second address of it.
    { source: `/:slug(${await articleSlug()})/markdown`, destination: '/:slug.md', permanent: true },
  ],
  // An article as Markdown: `/chips.md`, and `/chips` for who asks for that. See docs/decisions/0010-markdown.md.
  rewrites: async () => ({
    beforeFiles: [
      ...refused.map((header) => ({
        // Only the webhook takes a body; it has nothing that can be called.
        source: '/:path((?!api/revalidate$).*)',
        has: [{ type: 'header', ...header }],
        destination: '/api/refused',
      })),
      ...(ownImages ? [{ source: '/_next/image', destination: '/api/image' }] : []),
      { source: `/:slug(${await articleSlug()})\\.md`, destination: '/:slug/markdown' },
      {
        source: `/:slug(${await articleSlug()})`,
        has: [asksForMarkdown],
        destination: '/:slug/markdown',
      },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers },
    // Not for caches on the way, of which some know an answer by its address alone.
    {
      source: `/:slug(${await articleSlug()})`,
      has: [asksForMarkdown],
      headers: [
        { key: 'Vary', value: 'Accept' },
        { key: 'Cache-Control', value: 'private, max-age=60' },
      ],
    },
    // The lite edition brings its own, which names the one style sheet it may have: lib/lite/style.ts.
    { source: `/((?!(?:${await articleSlug()}/)?lite$).*)`, headers: [contentSecurity(policy)] },
    // Feeds, sitemaps, Markdown and their like. A feed in a browser is drawn with /feed.css.
    {
      source: '/:path*/:file([^/]+\\.(?:xml|json|txt|md))',
      headers: [contentSecurity({ ...closed, 'style-src': "'self'" })],
    },
    // A file opened by itself: an SVG is a document, and so is much that nobody thinks of, as .shtml or .xht. Whatever is in
    // it, nothing of it runs. (Not for PDF, which browsers do not show in a sandbox, nor for what is heard and seen.)
    {
      source: '/assets/:path*/:file((?!.+\\.(?:pdf|mp4|webm|mp3|m4a)$)[^/]+)',
      headers: [
        contentSecurity({
          ...closed,
          ...{ 'style-src': "'unsafe-inline'", 'img-src': "'self' data:" },
          sandbox: '',
        }),
      ],
    },
    { source: '/:path(og/.*|_next/image)', headers: [contentSecurity(closed)] },
    // Previews are for one person: no search engine, no cache on the way, and no other site learns the address.
    {
      source: '/preview/:path*',
      headers: [
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        { key: 'Cache-Control', value: 'private, no-store' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
      ],
    },
  ],
}

export default config
