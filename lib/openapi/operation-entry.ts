import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi'
import type { Answer, Operation } from '@/lib/contract/operation'
import { answerExample } from '@/lib/openapi/answer-examples'
import { refusalRef, refusalStatuses } from '@/lib/openapi/refusals'

/** An operation as OpenAPI describes it. */
export function operationEntry(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, params, query, headers } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, permissionSentence(operation)].filter(Boolean).join('\n\n'),
    security: securityOf(operation),
    requestParams: {
      ...(params && { path: params }),
      ...(query && { query }),
      ...(headers && { header: headerParameters(headers) }),
    },
    ...requestBodyOf(operation),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, answer]) => [
          status,
          answerEntry(answer, answerExample(id, Number(status))),
        ]),
      ),
      ...Object.fromEntries(refusalStatuses(operation).map((status) => [status, refusalRef(status)])),
    },
  }
}

function permissionSentence({ permission }: Operation): string {
  return permission === 'open' ? 'Needs no access token.' : `Needs the permission \`${permission}\`.`
}

function securityOf({ id, permission, takesRefreshToken }: Operation): Record<string, string[]>[] {
  if (id === 'refreshAccessToken') return [{ refreshToken: [] }]
  if (takesRefreshToken) return [{ accessToken: [] }, { refreshToken: [] }]
  return permission === 'open' ? [] : [{ accessToken: [] }]
}

function headerParameters(headers: Record<string, string>): z.ZodObject {
  return z.object(
    Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [
        name,
        z.string().optional().meta({ description, example: '"5FZ4mTnsmIfbr3kWYmxVWy4Mqzq"' }),
      ]),
    ),
  )
}

function requestBodyOf({
  body,
  bodyOptional,
  documentedBody,
  bodyExample,
}: Operation): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (!body) return {}
  return {
    requestBody: {
      required: !bodyOptional,
      content: { 'application/json': { schema: documentedBody ?? body, example: bodyExample } },
    },
  }
}

function answerEntry({ description, schema, mediaType, headers }: Answer, example: unknown): ZodOpenApiResponseObject {
  const described: ZodOpenApiResponseObject = {
    description,
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, meaning]) => [name, { description: meaning, schema: { type: 'string' } }]),
      ),
    }),
  }
  if (!schema && !mediaType) return described
  const content = { schema: schema ?? z.string(), example }
  return { ...described, content: { [mediaType ?? 'application/json']: content } }
}
