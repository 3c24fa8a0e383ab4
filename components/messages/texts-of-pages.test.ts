import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { catalogues } from '@/components/messages/text'

const { en } = catalogues

/** Attributes that a reader sees or hears. */
const READ = new Set(['aria-label', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label'])

/** Units, names and examples, which no language translates. */
const UNIVERSAL = /openapi\.json|\/api\b|\b(kWh|kW|Wh|km|API|CSV|JSON|OCPP|00:1A:2B:3C:4D:5E)\b/g

function pages(): string[] {
  return ['app', 'components']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.tsx'))
}

/** The words in the markup of a file that no catalogue has. */
function wordsIn(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const note = (text: string) => {
    const words = text.replace(UNIVERSAL, '').trim()
    if (/\p{L}/u.test(words) && !(words in en)) found.push(`${name}: ${text.trim()}`)
  }
  /** What an expression shows: its strings, also those of a choice; not what it calls or compares. */
  const noteShown = (node: ts.Node | undefined): void => {
    if (!node) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) note(node.text)
    else if (ts.isTemplateExpression(node))
      for (const { literal } of [{ literal: node.head }, ...node.templateSpans]) note(literal.text)
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(noteShown)
    else if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node)) noteShown(node.expression)
    else if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken
      if (kind === ts.SyntaxKind.PlusToken) noteShown(node.left)
      const shows = [
        ts.SyntaxKind.PlusToken,
        ts.SyntaxKind.AmpersandAmpersandToken,
        ts.SyntaxKind.BarBarToken,
        ts.SyntaxKind.QuestionQuestionToken,
      ]
      if (shows.includes(kind)) noteShown(node.right)
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) noteShown(node)
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText(file))) noteShown(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test.each([
  ['<p>Hello</p>', ['x.tsx: Hello']],
  ["<p>{'Bus ' + name}</p>", ['x.tsx: Bus']],
  ['<Field label="action.close" unit={text(\'unit.kw\')} />', []],
  ["<p>{open ? 'Open' : text('x')}</p>", ['x.tsx: Open']],
  ['<button aria-label="Close" className="wide" />', ['x.tsx: Close']],
  ["<p>{text('action.close')} · 3 kW</p>", []],
  ["<p className={open ? 'a' : 'b'}>{state === 'open' && <b />}</p>", []],
])('finds the words in %s', (markup, words) => {
  expect(wordsIn('x.tsx', `export const x = ${markup}`)).toEqual(words)
})

test('no text of a page stands outside of the catalogues', () => {
  const files = pages()
  expect(files.length).toBeGreaterThan(100)
  expect(files.flatMap((file) => wordsIn(file, readFileSync(file, 'utf8')))).toEqual([])
})
