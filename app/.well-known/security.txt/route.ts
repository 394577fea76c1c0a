import { textResponse } from '@/app/text-response'
import { writeSecurityTxt } from '@/lib/feeds/security-txt'

export const GET = (request: Request) => textResponse(request, writeSecurityTxt(Date.now()))
