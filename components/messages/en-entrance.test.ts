import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enEntrance } from '@/components/messages/en-entrance'

/** The client code of the pages before one is signed in. */
const FILES = [
  ...['app/sign-in', 'app/setup', 'app/reset-password', 'components/entrance'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.tsx') && name !== 'page.tsx')
      .map((name) => join(folder, name)),
  ),
  'app/(depot)/_data/use-send.ts',
  ...['button', 'field', 'form-fault', 'input'].map((name) => `components/ui/${name}.tsx`),
]

test('the pages before one is signed in use no text that they do not load', () => {
  const used = FILES.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return source.includes('useText') ? [...source.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map(([, key]) => key) : []
  })
  expect(used).toContain('signIn.email')
  expect(used.filter((key) => !(String(key) in enEntrance))).toEqual([])
})
