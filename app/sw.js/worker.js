// Keeps the stories read last, the saved ones and the offline page. Pages come from the network as long as it answers
// within `patience`; a copy is for when it does not. `facts` is put before this by route.ts.
const { keptPages, offline, shell } = facts
const [saved, read, around, files] = [
  keptPages.saved.cache,
  keptPages.read.cache,
  'copydesk-shell',
  'copydesk-files',
]
const patience = 3000
const mostFiles = 600

self.addEventListener('install', (event) => {
  const keepShell = shell.map((path) =>
    fetch(path, { cache: 'reload' }).then((page) => keep(around, path, page)),
  )
  event.waitUntil(Promise.all(keepShell).then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => event.waitUntil(begin()))
self.addEventListener('message', (event) => {
  const { save, drop } = event.data
  if (save) event.waitUntil(fetch(save).then((page) => keep(saved, save, page)))
  if (drop) event.waitUntil(forget(drop).then(sweep))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (['style', 'script', 'font', 'image'].includes(request.destination))
    event.respondWith(file(request))
})

// A new build: caches of an older worker go, saved stories move to the new styles and scripts, the open story is kept.
async function begin() {
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
  for (const name of await caches.keys())
    if (name.startsWith('copydesk-') && ![saved, read, around, files].includes(name))
      await caches.delete(name)
  const known = [...(await (await caches.open(saved)).keys()), ...(await self.clients.matchAll())]
  for (const path of new Set(known.map(pathOf)))
    await fetch(path).then(
      (page) => remember(path, page),
      () => {},
    )
  await sweep()
}

async function page(event) {
  const path = pathOf(event.request)
  const network = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request))
  event.waitUntil(network.then((answer) => remember(path, answer.clone())).catch(() => {}))
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  const inTime = await Promise.race([network, late]).catch(() => {})
  return inTime ?? (await copyOf(path)) ?? network.catch(() => copyOf(offline))
}

async function file(request) {
  try {
    return await fetch(request)
  } catch {
    return (await copyOf(request)) ?? (await copyOfOtherSize(request)) ?? Response.error()
  }
}

// The caches: pages under their paths, and the files that these pages are drawn with.
const copyOf = (request) => caches.match(request, { ignoreVary: true })

// A picture is kept in one size; another window asks for another.
async function copyOfOtherSize(request) {
  const original = new URL(request.url).searchParams.get('url')
  const same = ({ url }) => original && new URL(url).searchParams.get('url') === original
  const kept = (await (await caches.open(files)).keys()).find(same)
  return kept && copyOf(kept)
}

// What the reader opened: a story goes to those read last, or renews its saved copy; one that is gone is forgotten.
async function remember(path, answer) {
  if (answer.status === 404 || answer.status === 410) return forget(path)
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return
  if (await (await caches.open(saved)).match(path, { ignoreVary: true })) return keep(saved, path, answer)
  if ((await answer.clone().text()).includes('property="og:type" content="article"'))
    await keep(read, path, answer)
}

async function keep(name, path, answer) {
  const { ok, type, redirected, headers } = answer
  if (!ok || type !== 'basic' || redirected || /no-store/.test(headers.get('cache-control'))) return
  const html = await answer.clone().text()
  await Promise.all(filesOf(html).map(keepFile))
  await Promise.all(picturesOf(html).map((sizes) => keepPicture(sizes, name === saved)))
  const cache = await caches.open(name)
  await cache.put(path, answer)
  if (name === saved) await (await caches.open(read)).delete(path, { ignoreVary: true })
  const { most = shell.length } = Object.values(keptPages).find(({ cache }) => cache === name) ?? {}
  for (const old of (await cache.keys()).slice(0, -most)) await cache.delete(old)
  if ((await (await caches.open(files)).keys()).length > mostFiles) await sweep()
}

async function keepFile(path) {
  const kept = await copyOf(path)
  const answer = kept ?? (await fetch(path))
  if (!answer.ok) return
  if (!kept) await (await caches.open(files)).put(path, answer.clone())
  if (path.endsWith('.css')) await Promise.all(fontsOf(await answer.text(), path).map(keepFile))
}

// What the browser has loaded already, in whichever size; for a saved story one is fetched if there is none.
async function keepPicture(sizes, mayFetch) {
  const cache = await caches.open(files)
  for (const path of sizes) {
    if (await cache.match(path, { ignoreVary: true })) return
    const had = await fetch(path, { cache: 'only-if-cached', mode: 'same-origin' }).catch(() => {})
    if (had?.ok) return cache.put(path, had)
  }
  const answer = mayFetch && (await fetch(sizes[0]).catch(() => {}))
  if (answer?.ok) await cache.put(sizes[0], answer)
}

async function forget(path) {
  for (const name of [saved, read]) await (await caches.open(name)).delete(path, { ignoreVary: true })
}

// Throws away the files that no kept page is drawn with any more.
async function sweep() {
  const wanted = new Set()
  for (const name of [saved, read, around]) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      const html = await (await cache.match(request, { ignoreVary: true })).text()
      for (const path of [...filesOf(html), ...picturesOf(html).flat()]) wanted.add(path)
    }
  }
  for (const path of [...wanted].filter((file) => file.endsWith('.css')))
    for (const font of fontsOf((await (await copyOf(path))?.text()) ?? '', path)) wanted.add(font)
  const cache = await caches.open(files)
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url)
    if (!wanted.has(pathname + search)) await cache.delete(request)
  }
}

// What a page consists of, read from its HTML: addresses on this site only.
const pathOf = ({ url }) => new URL(url).pathname

// Not the script for browsers so old that they have no workers.
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

// For each picture its addresses; first the one to fetch: 1080 wide or so is sharp on a phone and good on a desk.
const picturesOf = (html) =>
  [...html.matchAll(/<img [^>]*>/g)].map(([tag]) => {
    const sizes = [...(/srcset="([^"]+)"/i.exec(tag)?.[1] ?? '').matchAll(/(\/\S+) (\d+)w/g)]
    const best = sizes.find(([, , width]) => width >= 1080)?.[1]
    const src = / src="(\/[^"]+)"/.exec(tag)?.[1]
    return [best, ...sizes.map(([, path]) => path), src]
      .filter(Boolean)
      .map((path) => path.replaceAll('&amp;', '&'))
  })
