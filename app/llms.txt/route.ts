import { respond } from '@/lib/data/http-response'
import { getLlmsTxt } from '@/lib/data/markdown'

export const GET = async (request: Request) =>
  respond(request, await getLlmsTxt(), {
    'content-type': 'text/plain; charset=utf-8',
    'x-robots-tag': 'noindex',
  })
