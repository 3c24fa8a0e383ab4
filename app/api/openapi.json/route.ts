import { operations } from '@/lib/contract/operations'
import { JsonText, reply, route } from '@/lib/http/route'
import { openApiText } from '@/lib/openapi/document'

export const GET = route(operations.getOpenApi, async () => reply(200, new JsonText(openApiText())))
