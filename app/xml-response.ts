import { type CachedText, respond } from '@/lib/data/http-response'

/** The response of a sitemap route. */
export const xmlResponse = (request: Request, answer: CachedText | undefined) =>
  respond(request, answer, { 'content-type': 'application/xml; charset=utf-8', 'x-robots-tag': 'noindex' })
