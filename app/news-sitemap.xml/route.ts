import { xmlResponse } from '@/app/xml-response'
import { getNewsSitemap } from '@/lib/data/sitemaps'

export const GET = async (request: Request) => xmlResponse(request, await getNewsSitemap())
