import { fileURLToPath } from 'node:url'

/** As in ../../next.config.js, as far as it changes what browsers are sent. */
export default {
  cacheComponents: true,
  partialPrefetching: false,
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
}
