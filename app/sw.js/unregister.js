// Replaces a worker that is no longer wanted: deletes its caches and unregisters.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(removeWorker()))

async function removeWorker() {
  for (const name of await caches.keys()) if (name.startsWith('copydesk-')) await caches.delete(name)
  await self.registration.unregister()
}
