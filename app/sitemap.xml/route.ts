import { xmlAnswer } from '@/app/xml-answer'
import { sitemap } from '@/lib/posts/sitemaps'

export const GET = async (request: Request) => xmlAnswer(request, await sitemap())
