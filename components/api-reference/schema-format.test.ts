import { expect, test } from 'vitest'
import type { ApiSchema } from '@/components/api-reference/api-document'
import { limitWords, typeWords } from '@/components/api-reference/schema-format'
import { textIn } from '@/components/messages/text'

const words = (schema: ApiSchema) =>
  typeWords(schema, textIn('en'))
    .map((word) => ('schema' in word ? `<${word.schema}>` : word.text))
    .join('')

test.each<[ApiSchema, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'date-time' }, 'date-time'],
  [{ type: ['boolean', 'null'] }, 'boolean or null'],
  [{ $ref: '#/components/schemas/Vehicle' }, '<Vehicle>'],
  [{ type: 'array', items: { $ref: '#/components/schemas/Segment' } }, 'array of <Segment>'],
  [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number or null'],
  [{}, 'any JSON'],
])('%j reads "%s"', (schema, expected) => {
  expect(words(schema)).toBe(expected)
})

test.each<[ApiSchema, string[]]>([
  [{ type: 'number', minimum: 0, maximum: 100 }, ['at least 0', 'at most 100']],
  [{ type: 'number', minimum: -1e9, maximum: 1e9 }, []],
  [{ anyOf: [{ type: 'string', maxLength: 200 }, { type: 'null' }] }, ['at most 200 characters']],
  [{ type: 'string', enum: ['MO', 'TU'] }, ['one of MO, TU']],
])('the limits of %j are %j', (schema, expected) => {
  expect(limitWords(schema, textIn('en'))).toEqual(expected)
})
