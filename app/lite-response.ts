import { type Answer, respond } from '@/lib/data/http-response'
import { policy } from '@/lib/editions/lite/style'

/** What a route of the lite edition answers: with a policy of its own, which next.config.js leaves to it. */
export const liteAnswer = (request: Request, answer: Answer | undefined) =>
  respond(request, answer, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-robots-tag': 'noindex, follow',
  })
