import { liteResponse } from '@/app/lite-response'
import { getLiteFront } from '@/lib/data/lite'

export const GET = async (request: Request) => liteResponse(request, await getLiteFront())
