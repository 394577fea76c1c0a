import { xmlAnswer } from '@/app/xml-response'
import { latestNews } from '@/lib/data/sitemaps'

export const GET = async (request: Request) => xmlAnswer(request, await latestNews())
