import { respond, toAnswer } from '@/lib/data/http-response'

/** What a route of a few lines answers, made anew each time. */
export const plainAnswer = (request: Request, text: string, type = 'text/plain') =>
  respond(request, toAnswer(text, Date.now()), { 'content-type': `${type}; charset=utf-8` })
