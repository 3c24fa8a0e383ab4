import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, unique, uniqueMac } from '@/e2e/api/client'
import { given } from '@/e2e/api/given'
import { openApiDocument } from '@/lib/openapi/document'

const JOURNEY = 'e2e/api/generated-client/journey.ts'

test('/api/openapi.json is open to everybody and is the document', async () => {
  const answer = await call('GET', '/openapi.json', { token: null })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.body).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
})

describe('a client that is generated from the document', () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'readyline-client-'))
    const { body } = await call('GET', '/openapi.json', { token: null })
    writeFileSync(join(folder, 'api.ts'), astToString(await openapiTS(body)))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('types what integrators write, and refuses their mistakes', () => {
    const program = ts.createProgram([JOURNEY], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      paths: { 'readyline-api': [join(folder, 'api.ts')] },
      types: [],
    })
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ messageText, file, start }) =>
          `${file?.fileName}:${start} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
      )
    expect(faults).toEqual([])
  })

  test('serves the main journey of an integration', async () => {
    const { journey } = await import(/* @vite-ignore */ pathToFileURL(resolve(JOURNEY)).href)
    const inHours = (hours: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + hours * 3_600_000).toISOString()
    const night = {
      locationUid: unique('depot'),
      vehicleId: unique('bus'),
      macAddress: uniqueMac(),
      arrival: inHours(-1),
      departure: inHours(8),
    }
    const answer = await journey(`${given('apiUrl')}/api`, given('bootstrapToken'), night)
    expect(answer).toEqual({
      statuses: [200, 201, 201, 200, 200, 200, 200, 200, 204, 412, 404],
      id: expect.any(String),
      firstListed: night.arrival,
      current: 82,
      event: 'accepted',
      problem: expect.stringContaining('nobody'),
    })
  })
})
