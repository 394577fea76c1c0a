import { plainAnswer } from '@/app/plain-answer'
import { securityTxt } from '@/lib/syndication/security-txt'

export const GET = (request: Request) => plainAnswer(request, securityTxt(Date.now()))
