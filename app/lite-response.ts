import { type CachedText, respond } from '@/lib/data/http-response'
import { contentSecurityPolicy } from '@/lib/editions/lite/style'

/** The response of a lite edition route. It has its own content security policy, so next.config.js sets none for it. */
export const liteResponse = (request: Request, answer: CachedText | undefined) =>
  respond(request, answer, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'x-robots-tag': 'noindex, follow',
  })
