import { respond, toCachedText } from '@/lib/data/http-response'

/** The response of a short text route, generated for each request. */
export const textResponse = (request: Request, text: string, type = 'text/plain') =>
  respond(request, toCachedText(text, Date.now()), { 'content-type': `${type}; charset=utf-8` })
