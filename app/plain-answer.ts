import { respond, toAnswer } from '@/lib/answer'

/** What a route of a few lines answers, made anew each time. */
export const plainAnswer = (request: Request, text: string) =>
  respond(request, toAnswer(text, Date.now()), { 'content-type': 'text/plain; charset=utf-8' })
