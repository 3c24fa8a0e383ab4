import { expect, test } from 'vitest'
import { FOLLOWED_TABLES } from '@/lib/db/announce'
import type { Database } from '@/lib/db/client'
import { readMarkers } from '@/lib/live/read-markers'

test('every table that is looked at for changes is one whose changes are told of, and no other is', async () => {
  let statement = ''
  const db = {
    execute: async ({ queryChunks }: { queryChunks: { value?: string[] }[] }) => {
      statement = queryChunks.flatMap(({ value }) => value ?? []).join(' ')
      return []
    },
  }
  await readMarkers(db as unknown as Database, ['north'])
  const tables = [...statement.matchAll(/\b(?:from|join) (\w+)/g)].map(([, table]) => table ?? '')
  expect([...new Set(tables)].sort()).toEqual([...FOLLOWED_TABLES].sort())
})
