import { xmlAnswer } from '@/app/xml-response'
import { sitemap } from '@/lib/data/sitemaps'

export const GET = async (request: Request) => xmlAnswer(request, await sitemap())
