import { plainAnswer } from '@/app/text-response'
import { securityTxt } from '@/lib/feeds/security-txt'

export const GET = (request: Request) => plainAnswer(request, securityTxt(Date.now()))
