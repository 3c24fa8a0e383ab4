import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogues } from '@/components/messages/text'

const { en } = catalogues

/** The code that may show a text: that of the pages, without the catalogues and the tests. */
function sources(): string {
  const files = ['app', 'components', 'proxy.ts'].flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((file) => join(place, file)),
  )
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|components\/messages\//.test(file.replaceAll('\\', '/')))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

/** Keys that are put together: `state.${kind}` is any key that begins so. */
function patternsIn(source: string): RegExp[] {
  const templates = [...source.matchAll(/`([^`\s]*\$\{[^`]*)`/g)].map(([, template]) => template ?? '')
  return templates
    .map((template) => template.split(/\$\{[^}]*\}/))
    .filter(
      (pieces) => pieces.some((piece) => /[a-z]{2}/i.test(piece)) && pieces.every((piece) => /^[\w.-]*$/.test(piece)),
    )
    .map((pieces) => new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('[\\w.-]+')}$`))
}

test('no text is left over that no page shows', () => {
  const source = sources()
  const literals = new Set([...source.matchAll(/["']([\w.-]+)["']/g)].map(([, literal]) => literal))
  const patterns = patternsIn(source)
  const left = Object.keys(en).filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)))
  expect(left).toEqual([])
})
