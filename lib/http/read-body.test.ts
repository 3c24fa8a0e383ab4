import { describe, expect, test } from 'vitest'
import { readJson } from '@/lib/http/read-body'

const read = (body: string) =>
  readJson(new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': 'application/json' } }))
const withKeys = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${n}":${n}`).join(',')}}`

describe('an object of a body', () => {
  test('has at most 10,000 properties: more are a 413 before anything is built', async () => {
    expect(Object.keys((await read(withKeys(10_000))) as object)).toHaveLength(10_000)
    await expect(read(withKeys(10_001))).rejects.toMatchObject({ code: 'tooLarge', message: /over 10000 properties/ })
    await expect(read(`{"vehicles":[{"plan":${withKeys(10_001)}}]}`)).rejects.toMatchObject({ code: 'tooLarge' })
  })

  test('counts its own properties: not those of others, not colons in texts', async () => {
    const many = Array.from({ length: 30 }, () => withKeys(500)).join(',')
    expect(await read(`[${many}]`)).toHaveLength(30)
    expect(await read(`{"note":"${':'.repeat(20_000)}","other":"\\":{"}`)).toMatchObject({ other: '":{' })
    expect(await read(`{"a":{"b":${withKeys(9_000)}},"c":${withKeys(9_000)}}`)).toBeDefined()
  })

  test('brackets that do not match are broken JSON, nothing worse', async () => {
    for (const body of ['}}}}{"a":1', ']]:::', '{"a"::1}'])
      await expect(read(body)).rejects.toMatchObject({ code: 'malformed' })
  })
})
