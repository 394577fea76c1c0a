import type { MetadataRoute } from 'next'
import { messages } from '@/lib/i18n/messages'
import { textDirection } from '@/lib/text'
import { homePath, savedPath } from '@/lib/urls'
import { site } from '@/site.config'

/** `/manifest.webmanifest`: lets the site be put on a home screen. Icons are drawn by `npm run icons`. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: homePath(),
    start_url: homePath(),
    scope: homePath(),
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    dir: textDirection(site.language),
    categories: ['news'],
    display: 'standalone',
    display_override: ['minimal-ui'],
    background_color: site.colours.light.paper,
    theme_color: site.colours.light.paper,
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: messages.saved.title, url: savedPath() }],
  }
}
