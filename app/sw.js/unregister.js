// Takes the place of a worker that is no longer wanted: empties what it kept and goes.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(leave()))

async function leave() {
  for (const name of await caches.keys()) if (name.startsWith('copydesk-')) await caches.delete(name)
  await self.registration.unregister()
}
