import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ARROWS, OUTSIDE, WRITERS } from '@/lib/arrows'

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
      (file) =>
        /\.(tsx?|mjs)$/.test(file) &&
        !/\.(test|d)\.m?tsx?$/.test(file) &&
        !/\/(fixtures|invariants|testing)\//.test(file),
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
const outside = [...sourcesOf('app'), ...sourcesOf('scripts')]
const everywhere = new Set([...files, ...outside])

/** The source file that an import means; undefined where it is none of ours (a picture, a generated module). */
function fileOf(imported: string): string | undefined {
  return ['', '.ts', '.tsx', '/index.ts'].map((end) => imported + end).find((file) => everywhere.has(file))
}

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

test('the planner reads its problem file with zod and needs nothing else from npm, and contract needs nothing but zod', () => {
  const packagesOf = (file: string) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^'@./][^']*|@[^/'][^']*)'/g)].map(([, name]) => name)
  const packages = (room: string) => [...new Set(files.filter((file) => roomOf(file) === room).flatMap(packagesOf))]
  expect(packages('planner')).toEqual(['zod'])
  const withZod = files.filter((file) => roomOf(file) === 'planner' && packagesOf(file).includes('zod'))
  expect(withZod).toEqual(['lib/planner/parse-problem.ts', 'lib/planner/problem-schema.ts'])
  expect(packages('contract')).toEqual(['zod'])
})

test('no verb and no database in the browser’s components', () => {
  const offending = files
    .filter((file) => file.startsWith('components/'))
    .flatMap((file) =>
      importsOf(file).filter((imported) => /^lib\/(?!import\/decode-text|contract|time|planner)/.test(imported)),
    )
  expect(offending).toEqual([])
})

test('pages, routes and commands import what they may', () => {
  const folderOf = (file: string) => Object.keys(OUTSIDE).find((folder) => file.startsWith(`${folder}/`)) ?? ''
  const wrong = outside.flatMap((file) =>
    importsOf(file)
      .filter((imported) => {
        const target = roomOf(imported)
        return target ? !OUTSIDE[folderOf(file)]?.some((room) => target === room) : /^(lib|components)\//.test(imported)
      })
      .map((imported) => `${file} → ${imported}`),
  )
  expect(wrong).toEqual([])
})

test('no module of lib or components imports a page, a route or a command', () => {
  const upwards = files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => /^(app|scripts|e2e)\//.test(imported))
      .map((imported) => `${file} → ${imported}`),
  )
  expect(upwards).toEqual([])
})

test('no file imports itself by a detour', () => {
  const finished = new Set<string>()
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' → ')]
    if (finished.has(file)) return []
    const found = importsOf(file).flatMap((imported) => {
      const next = fileOf(imported)
      return next ? walk(next, [...way, file]) : []
    })
    finished.add(file)
    return found
  }
  expect([...everywhere].flatMap((file) => walk(file, []))).toEqual([])
})

/** Every table of the schema, by its own name and by the name that code has for it. */
function tables(): Map<string, string> {
  const schema = sourcesOf('lib/db/schema').map((file) => readFileSync(join(root, file), 'utf8'))
  const declared = schema.flatMap((text) => [...text.matchAll(/export const (\w+) = pgTable\(\s*'(\w+)'/g)])
  return new Map(declared.flatMap(([, name = '', table = '']) => [[name, table] as const, [table, table] as const]))
}

test('a table has one writer', () => {
  const known = tables()
  const written =
    /\.(?:insert|update|delete)\(\s*(\w+)\s*\)|\b(?:insert into|update|delete from)\s+(?:\$\{(\w+)\}|"?([a-z_]+))/gi
  const writers = new Map<string, Set<string>>()
  // Only text that talks to the database: a map has `delete`, too, and comments have verbs.
  const speaking = files.filter((file) =>
    /from '(drizzle-orm|@\/lib\/db\/(client|schema)[^']*)'/.test(readFileSync(join(root, file), 'utf8')),
  )
  for (const file of speaking.filter((file) => roomOf(file) !== 'db')) {
    const text = readFileSync(join(root, file), 'utf8')
    const imported = [...text.matchAll(/import \{([^}]*)\} from '@\/lib\/db\/schema/g)].map(([, names]) => names).join()
    for (const [, called, named, plain] of text.matchAll(written)) {
      const name = called ?? named
      const table = name && !new RegExp(`\\b${name}\\b`).test(imported) ? undefined : known.get(name ?? plain ?? '')
      if (table) writers.set(table, (writers.get(table) ?? new Set()).add(roomOf(file) ?? file))
    }
  }
  const found = Object.fromEntries([...writers].map(([table, rooms]) => [table, [...rooms].sort().join(', ')]))
  expect(found).toEqual(WRITERS)
})

test('each table of the schema has a writer', () => {
  expect(Object.keys(WRITERS).sort()).toEqual([...new Set(tables().values())].sort())
})
