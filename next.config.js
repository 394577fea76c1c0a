import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const inDevelopment = process.env.NODE_ENV === 'development'

// Next writes its own inline scripts into every static page, so scripts may be inline; what keeps foreign ones
// out is the guard in lib/render. Everything else is closed. See docs/decisions/0006-content-security-policy.md.
const secure = Boolean(process.env.VERCEL) || process.env.SITE_URL?.startsWith('https:')
/** `assetOrigin` of site.config.ts, which Node 20 cannot import. */
const assetOrigin =
  readFileSync('site.config.ts', 'utf8').match(/(?<=^ {2}assetOrigin: ')https:[^']+(?=')/m) ?? []

const policy = {
  'default-src': "'self'",
  'script-src': `'self' 'unsafe-inline'${inDevelopment ? " 'unsafe-eval'" : ''}`,
  'style-src': inDevelopment ? "'self' 'unsafe-inline'" : "'self'",
  'img-src': ["'self' data:", ...assetOrigin].join(' '),
  ...(assetOrigin.length > 0 ? { 'media-src': ["'self'", ...assetOrigin].join(' ') } : {}),
  // Players of films (lib/render/video-embed.ts). A frame is made after the reader's click, never before.
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

// Every answer that is not known to be something else: files of public/ first of all. A file opened by itself may be a document, as an SVG
// is, and whatever is in it, nothing of it runs.
const sandboxed = { ...closed, 'style-src': "'unsafe-inline'", 'img-src': "'self' data:", sandbox: '' }

// What browsers do not show in a sandbox. No script runs in it either.
const viewer = { ...closed, 'style-src': "'unsafe-inline'", 'img-src': "'self' data:", 'media-src': "'self'" }

const contentSecurity = (/** @type {Record<string, string>} */ directives) => ({
  key: 'Content-Security-Policy',
  value: Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources}`.trim())
    .concat(secure ? 'upgrade-insecure-requests' : [])
    .join('; '),
})

// Tells where a text is made into a script or HTML past our own two places (components/reader/trusted-types.ts), and stops nothing:
// docs/decisions/0023-trusted-types.md. Development has scripts of Next's own.
const trustedTypes = {
  key: 'Content-Security-Policy-Report-Only',
  value: "require-trusted-types-for 'script'; trusted-types copydesk",
}

const headers = [
  ...(inDevelopment ? [] : [trustedTypes]),
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

/** First segments below which there are no pages. */
const noPages = 'api|assets|og|_next|search/suggest'

/**
 * Who asks for Markdown first gets it. Browsers never do. The expression of lib/next/request-gate.ts, which has no `i` here
 * and has to match the whole value.
 */
const markdownFirst =
  '[ \\t]*text/markdown[ \\t]*(?:;(?![ \\t]*q[ \\t]*=)[^,;]*)*(?:;[ \\t]*q=1(?:\\.0{0,3})?[ \\t]*)?(?:,.*|$)'
const inAnyCase = (/** @type {string} */ letters) =>
  letters.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const asksForMarkdown = {
  type: 'header',
  key: 'accept',
  value: markdownFirst.replace('text/markdown', inAnyCase).replaceAll('q', '[qQ]'),
}

// Next would let anybody who knows its id call a cached function, with arguments of their choice, by sending it to a page:
// the id in a header, or in a form. There are no forms to send here, so nothing with a body gets to a page. On a server of
// one's own lib/next/request-gate.ts has refused all of it before; on Vercel this is the rule.
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
  // Matches nobody. For those on its own list Next makes each page anew and keeps it from caches, and answers 200 for what is not there.
  htmlLimitedBots: /(?!)/,
  // A third of what is usual: Next keeps so much twice, as pages and as data, and the text of a page takes twice what it is
  // counted at. A proxy has the pages anyway (bench/README.md).
  cacheMaxMemorySize: 16 * 2 ** 20,
  // How long a proxy may keep answering with an old page while it fetches the new one.
  expireTime: 86_400,
  experimental: {
    // Otherwise every wrong address would leave files on the disk.
    isrFlushToDisk: false,
  },
  // In development nothing may be remembered: an edited post shows on the next reload. Vercel has caches of its own, and the
  // content of a deployment there never changes. Elsewhere what is kept is compared with the index (lib/data/freshness.ts).
  cacheHandlers: inDevelopment
    ? { default: import.meta.resolve('./lib/next/no-cache.cjs') }
    : process.env.VERCEL
      ? undefined
      : { default: import.meta.resolve('./lib/next/data-cache.cjs') },
  cacheHandler:
    process.env.VERCEL || inDevelopment ? undefined : import.meta.resolve('./lib/next/page-cache.cjs'),
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
      ...['./public/assets/**', './lib/images/fonts/*.ttf', './node_modules/harfbuzzjs/dist/*'],
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
    // With a host for files, none that could be a document is served by the site's own. Pictures of pixels stay: Next makes them smaller.
    ...assetOrigin.map((assets) => ({
      source: '/assets/:folders*/:file((?!.+\\.(?:png|jpe?g|gif|webp)$)[^/]+)',
      missing: [
        { type: /** @type {const} */ ('host'), value: new URL(assets).hostname.replaceAll('.', '\\.') },
      ],
      destination: `${assets}/assets/:folders*/:file`,
      permanent: false,
    })),
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
      // Next compares without regard to case, so the next rules except `/API/revalidate`, too: it has to be the webhook, or it
      // would go on to a page.
      { source: '/:path(api/revalidate)', destination: '/api/revalidate' },
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
    // Next would forbid to keep what is made for each request. The same question has the same answer for everybody.
    {
      source: '/search',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=0, s-maxage=5' }],
    },
    // The default. The lite edition brings its own, which names the one style sheet it may have: lib/editions/lite/style.ts.
    { source: `/((?!(?:${await articleSlug()}/)?lite$).*)`, headers: [contentSecurity(sandboxed)] },
    {
      source: '/:path*/:file([^/%;]+\\.(?:pdf|mp4|m4v|m4a|webm|mp3|ogg|oga|wav))',
      headers: [contentSecurity(viewer)],
    },
    // Pages. Files have a dot in their name, and neither a dot nor anything that could stand for one is in the address of a page.
    {
      source: `/((?!(?:${noPages})(?:/|$)|(?:${await articleSlug()}/)?lite$)[^.%;\\\\]*)`,
      headers: [contentSecurity(policy)],
    },
    // The page for what is not there, at addresses with a dot: where lib/next/install-public-file-guard.ts has seen that no file is there. On Vercel
    // files do not come by there, and such a page has neither script nor fonts.
    ...(process.env.VERCEL
      ? []
      : [
          {
            source: `/((?!(?:${noPages})(?:/|$)|(?:${await articleSlug()}/)?lite$).*)`,
            has: [{ type: /** @type {const} */ ('header'), key: 'x-copydesk-names-no-file', value: '1' }],
            headers: [contentSecurity(policy)],
          },
        ]),
    // The policy of a worker is the one its script came with.
    { source: '/sw.js', headers: [contentSecurity(policy)] },
    // Feeds, sitemaps, Markdown and their like. A feed in a browser is drawn with /feed.css.
    ...[
      '/:path*/:file((?:feed|atom)\\.xml|feed\\.json)',
      '/:file((?:sitemap|news-sitemap|opensearch)\\.xml|(?:llms|robots)\\.txt)',
      '/sitemap/:part',
      '/.well-known/security.txt',
      `/:slug(${await articleSlug()})\\.md`,
    ].map((source) => ({ source, headers: [contentSecurity({ ...closed, 'style-src': "'self'" })] })),
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

/**
 * Next follows links in public/ when it starts, and a link that leads back to a folder around it never ends. `npm run build` and the check
 * name links and everything else that may not be there (lib/public-files).
 */
function refuseLinks(folder = 'public') {
  const top = lstatSync(folder, { throwIfNoEntry: false })
  if (top?.isSymbolicLink() && statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(
      `${folder} is a link to a folder, and would publish what is in that. Put the files themselves there.`,
    )
  if (!top?.isDirectory()) return
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory() || entry.isSymbolicLink()) refuseLinks(join(folder, entry.name))
}
refuseLinks()

export default config
