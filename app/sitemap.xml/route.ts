import { xmlResponse } from '@/app/xml-response'
import { getSitemapIndex } from '@/lib/data/sitemaps'

export const GET = async (request: Request) => xmlResponse(request, await getSitemapIndex())
