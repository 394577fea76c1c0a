// Stores recently read posts, saved posts and the offline page. Pages come from the network if it answers within
// `networkTimeout` (milliseconds), otherwise from a stored copy. route.ts prepends `config`.
const { offlineCaches, offline, shell } = config
const [saved, read, shellCache, files] = [
  offlineCaches.saved.cache,
  offlineCaches.read.cache,
  'copydesk-shell',
  'copydesk-files',
]
const networkTimeout = 3000
const maxFiles = 600

self.addEventListener('install', (event) => {
  const storeShell = shell.map((path) =>
    fetch(path, { cache: 'reload' }).then((page) => store(shellCache, path, page)),
  )
  event.waitUntil(Promise.all(storeShell).then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  const { save, drop } = event.data
  if (save) event.waitUntil(fetch(save).then((page) => store(saved, save, page)))
  if (drop) event.waitUntil(removePage(drop).then(removeUnusedFiles))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (['style', 'script', 'font', 'image'].includes(request.destination))
    event.respondWith(file(request))
})

// A new build: deletes caches of older workers, refreshes saved posts for the new styles and scripts, stores the open post.
async function activate() {
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
  for (const name of await caches.keys())
    if (name.startsWith('copydesk-') && ![saved, read, shellCache, files].includes(name))
      await caches.delete(name)
  const known = [...(await (await caches.open(saved)).keys()), ...(await self.clients.matchAll())]
  for (const path of new Set(known.map(pathOf)))
    await fetch(path).then(
      (page) => storeIfPost(path, page),
      () => {},
    )
  await removeUnusedFiles()
}

async function page(event) {
  const path = pathOf(event.request)
  const network = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request))
  event.waitUntil(network.then((answer) => storeIfPost(path, answer.clone())).catch(() => {}))
  const timeout = new Promise((resolve) => setTimeout(resolve, networkTimeout))
  const inTime = await Promise.race([network, timeout]).catch(() => {})
  return inTime ?? (await copyOf(path)) ?? network.catch(() => copyOf(offline))
}

async function file(request) {
  try {
    return await fetch(request)
  } catch {
    return (await copyOf(request)) ?? (await copyOfOtherSize(request)) ?? Response.error()
  }
}

// The caches: pages by path, and the styles, scripts, fonts and pictures that these pages use.
const copyOf = (request) => caches.match(request, { ignoreVary: true })

// A picture is stored in one size; a window of a different width requests another.
async function copyOfOtherSize(request) {
  const original = new URL(request.url).searchParams.get('url')
  const same = ({ url }) => original && new URL(url).searchParams.get('url') === original
  const stored = (await (await caches.open(files)).keys()).find(same)
  return stored && copyOf(stored)
}

// Stores an opened post among the recently read ones, or updates its saved copy; removes a post that is gone.
async function storeIfPost(path, answer) {
  if (answer.status === 404 || answer.status === 410) return removePage(path)
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return
  if (await (await caches.open(saved)).match(path, { ignoreVary: true })) return store(saved, path, answer)
  if ((await answer.clone().text()).includes('property="og:type" content="article"'))
    await store(read, path, answer)
}

async function store(name, path, answer) {
  const { ok, type, redirected, headers } = answer
  if (!ok || type !== 'basic' || redirected || /no-store/.test(headers.get('cache-control'))) return
  const html = await answer.clone().text()
  await Promise.all(filesOf(html).map(storeFile))
  await Promise.all(picturesOf(html).map((sizes) => storePicture(sizes, name === saved)))
  const cache = await caches.open(name)
  await cache.put(path, answer)
  if (name === saved) await (await caches.open(read)).delete(path, { ignoreVary: true })
  const { limit = shell.length } = Object.values(offlineCaches).find(({ cache }) => cache === name) ?? {}
  for (const old of (await cache.keys()).slice(0, -limit)) await cache.delete(old)
  if ((await (await caches.open(files)).keys()).length > maxFiles) await removeUnusedFiles()
}

async function storeFile(path) {
  const stored = await copyOf(path)
  const answer = stored ?? (await fetch(path))
  if (!answer.ok) return
  if (!stored) await (await caches.open(files)).put(path, answer.clone())
  if (path.endsWith('.css')) await Promise.all(fontsOf(await answer.text(), path).map(storeFile))
}

// Stores the size that the browser has already loaded; for a saved post, fetches one if there is none.
async function storePicture(sizes, mayFetch) {
  const cache = await caches.open(files)
  for (const path of sizes) {
    if (await cache.match(path, { ignoreVary: true })) return
    const loaded = await fetch(path, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => {})
    if (loaded?.ok) return cache.put(path, loaded)
  }
  const answer = mayFetch && (await fetch(sizes[0]).catch(() => {}))
  if (answer?.ok) await cache.put(sizes[0], answer)
}

async function removePage(path) {
  for (const name of [saved, read]) await (await caches.open(name)).delete(path, { ignoreVary: true })
}

// Deletes the files that no stored page uses any more.
async function removeUnusedFiles() {
  const used = new Set()
  for (const name of [saved, read, shellCache]) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const html = await (await cache.match(request, { ignoreVary: true })).text()
      for (const path of [...filesOf(html), ...picturesOf(html).flat()]) used.add(path)
    }
  }
  for (const path of [...used].filter((file) => file.endsWith('.css')))
    for (const font of fontsOf((await (await copyOf(path))?.text()) ?? '', path)) used.add(font)
  const cache = await caches.open(files)
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    if (!used.has(pathname + search)) await cache.delete(request)
  }
}

// The files that a page uses, read from its HTML: paths on this site only.
const pathOf = ({ url }) => new URL(url).pathname

// Without the scripts for browsers too old to have service workers.
const filesOf = (html) => {
  const tags = html
    .replace(/<script[^>]+noModule[^>]*>/g, '')
    .matchAll(/(?:href|src)="(\/_next\/static\/[^"]+)"/g)
  return [...new Set([...tags].map(([, path]) => path))]
}

const fontsOf = (css, from) =>
  [...css.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, path]) =>
    pathOf({ url: new URL(path, location.origin + from) }),
  )

// The paths of each picture, the one to fetch first: about 1080 pixels wide is sharp on a phone and good on a desktop.
const picturesOf = (html) =>
  [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => {
    const sizes = [...(/srcset="([^"]+)"/i.exec(tag)?.[1] ?? '').matchAll(/(\/\S+) (\d+)w/g)]
    const best = sizes.find(([, , width]) => width >= 1080)?.[1]
    const src = / src="(\/[^"]+)"/.exec(tag)?.[1]
    return [best, ...sizes.map(([, path]) => path), src]
      .filter(Boolean)
      .map((path) => path.replaceAll('&amp;', '&'))
  })
