import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ARROWS } from '@/lib/arrows'

const root = resolve(import.meta.dirname, '..')

/** The room of a module below the root, by its longest known name; undefined outside of the rooms (app, scripts, e2e). */
function roomOf(path: string): string | undefined {
  const name = path.replace(/^lib\//, '').replace(/\.(ts|tsx)$/, '')
  return Object.keys(ARROWS)
    .filter((room) => name === room || name.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function sourcesOf(folder: string): string[] {
  return (readdirSync(join(root, folder), { recursive: true }) as string[])
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter(
      (file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !/\/(fixtures|invariants)\//.test(file),
    )
}

/** The project's own modules that a file imports, for types too: an arrow is an arrow. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(@\/|\.\.?\/)([^']+)'/g)].map(([, start = '', rest = '']) =>
    start === '@/' ? rest : join(file, '..', start, rest),
  )
}

const files = [...sourcesOf('lib'), ...sourcesOf('components')]

test('every file of lib and components is in a room', () => {
  expect(files.filter((file) => roomOf(file) === undefined && file !== 'lib/arrows.ts')).toEqual([])
})

test('imports between rooms follow the arrows', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file)
    if (!room) return []
    return importsOf(file)
      .filter((imported) => {
        const target = roomOf(imported)
        return target !== room && !(target && ARROWS[room]?.includes(target))
      })
      .map((imported) => `${file} → ${imported}`)
  })
  expect(wrong).toEqual([])
})

test('the planner imports nothing from npm either, and contract nothing but zod', () => {
  const packagesOf = (file: string) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^'@./][^']*|@[^/'][^']*)'/g)].map(([, name]) => name)
  const packages = (room: string) => [...new Set(files.filter((file) => roomOf(file) === room).flatMap(packagesOf))]
  expect(packages('planner')).toEqual([])
  expect(packages('contract')).toEqual(['zod'])
})

test('no verb and no database in the browser’s components', () => {
  const offending = files
    .filter((file) => file.startsWith('components/'))
    .flatMap((file) => importsOf(file).filter((imported) => /^lib\/(?!contract|time|planner)/.test(imported)))
  expect(offending).toEqual([])
})
