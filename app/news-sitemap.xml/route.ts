import { xmlAnswer } from '@/app/xml-answer'
import { latestNews } from '@/lib/posts/sitemaps'

export const GET = async (request: Request) => xmlAnswer(request, await latestNews())
