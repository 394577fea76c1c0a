import { type Answer, respond } from '@/lib/data/http-response'

/** What a sitemap's route answers. */
export const xmlAnswer = (request: Request, answer: Answer | undefined) =>
  respond(request, answer, { 'content-type': 'application/xml; charset=utf-8', 'x-robots-tag': 'noindex' })
