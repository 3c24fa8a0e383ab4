import { expect, test } from 'vitest'
import { z } from 'zod'
import { IN_OUR_WORDS } from '@/lib/contract/issue-sentence'
import type { Operation } from '@/lib/contract/operation'
import { operations } from '@/lib/contract/operations'

const sentencesOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, IN_OUR_WORDS).error?.issues.map(({ message }) => message) ?? []

test.each([
  [z.string(), undefined, 'is missing'],
  [z.string(), 5, 'must be text'],
  [z.boolean(), 'yes', 'must be true or false'],
  [z.array(z.string()), 5, 'must be an array'],
  [z.enum(['open', 'all']), 'zzz', 'must be one of open, all'],
  [z.number().min(0), -1, 'must be at least 0'],
  [z.number().lt(5), 5, 'must be below 5'],
  [z.string().max(2), 'abc', 'must be at most 2 characters'],
  [z.array(z.string()).min(1), [], 'must be at least 1 entries'],
  [z.string().regex(/^\d$/), 'x', 'must have the form /^\\d$/'],
  [z.string('must be a name'), 5, 'must be a name'],
])('what is wrong with a value is said in our words', (schema, value, sentence) => {
  expect(sentencesOf(schema, value)).toEqual([sentence])
})

const all: Operation[] = Object.values(operations)

test.each(all.filter(({ query, params }) => query ?? params))(
  'whoever sends $id odd parameters reads a sentence that begins like ours',
  ({ query, params }) => {
    for (const [name, schema] of Object.entries({ ...query?.shape, ...params?.shape }))
      for (const value of ['', '-1', 'zz z', '9'.repeat(80)])
        for (const sentence of sentencesOf(z.object({ [name]: schema }), { [name]: value }))
          expect(sentence, name).toMatch(/^(is|must|has|the) /)
  },
)
