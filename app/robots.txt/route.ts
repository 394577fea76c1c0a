import { textResponse } from '@/app/text-response'
import { writeRobotsTxt } from '@/lib/feeds/robots'

export const GET = (request: Request) => textResponse(request, writeRobotsTxt())
