import { respond } from '@/lib/answer'
import { llms } from '@/lib/posts/markdown'

export const GET = async (request: Request) =>
  respond(request, await llms(), { 'content-type': 'text/plain; charset=utf-8', 'x-robots-tag': 'noindex' })
