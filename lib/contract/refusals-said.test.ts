import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { codeOf } from '@/lib/contract/refusal-code'

/** Helpers whose first text is what is refused, by their names in all rooms. */
const HELPERS = ['fault', 'malformed', 'impossible', 'refuse', 'unplanned', 'busy']
/** An instant where one is written, else what may be a number as well as a name. */
const exampleOf = (expression: string) => (/toTimestamp\(/.test(expression) ? '2026-11-22T17:30:00.000Z' : '5')

/** The texts that an expression may be, with examples in them; of what is put together elsewhere its code. */
function textsOf(node: ts.Expression, file: ts.SourceFile): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue, file), ...textsOf(node.whenFalse, file)]
  if (!ts.isTemplateExpression(node)) return [`{${node.getText(file)}}`]
  const spans = node.templateSpans.map(({ expression, literal }) => exampleOf(expression.getText(file)) + literal.text)
  return [node.head.text + spans.join('')]
}

/** What is refused here: with `Refusal`, as the message of a fault at its path, by a helper, or as a schema of the contract says it. */
function saidBy(node: ts.Node, file: ts.SourceFile): ts.Expression[] {
  if (ts.isNewExpression(node) && node.expression.getText(file) === 'Refusal') return node.arguments?.slice(1, 2) ?? []
  if (ts.isPropertyAssignment(node) && node.name.getText(file) === 'message' && isFault(node.parent))
    return [node.initializer]
  if (!ts.isCallExpression(node)) return []
  const isHelper = ts.isIdentifier(node.expression) && HELPERS.includes(node.expression.text)
  const texts = node.arguments.filter(
    (argument) => ts.isStringLiteralLike(argument) || ts.isTemplateExpression(argument),
  )
  if (isHelper) return texts.slice(0, 1)
  return file.fileName.startsWith('lib/contract/') ? texts.filter((text) => /^.must /s.test(text.getText(file))) : []
}

const isFault = (node: ts.Node) =>
  ts.isObjectLiteralExpression(node) &&
  node.properties.some((property) => property.name && /^(path|code)$/.test(property.name.getText()))

function sentencesIn(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    for (const said of saidBy(node, file)) found.push(...textsOf(said, file))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function files(): string[] {
  return ['lib', 'app/api']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|\.model\.ts$/.test(file) && !NO_PAGE.test(file))
}

/** Rooms that speak to programs alone: how a request is formed, stations, the document, the planner by itself, the command lines. */
const NO_PAGE = /^lib\/(http|ocpp|openapi|planner|simulator|import|env)\b|^lib\/contract\/refusal-/

/** Put together elsewhere: each sentence of theirs is one of the contract's, which its own test finds word for word. */
const PUT_TOGETHER = [
  ...['{REASONS[reason]}', '{conflictWords(other, canSee)}', '{sentence(came, expected)}', '{sentence.join()}'],
  ...['{sentenceOf(faults)}', '{sentence}', '{taken}', '{unknownLocation(uid)}', '{fault}', '{TIME_FAULT}'],
  // Schemas of a property that is called so.
  ...['{z.string()}', 'What to send instead.'],
]

/** What no page can be refused with: they do not send it, or only programs do. */
const NOT_OF_PAGES = [
  // Tokens, scrapers, chargers' own events, the stream and the command lines.
  'A token reads no pages and has no language. Sign in as a member of staff to choose one.',
  'No member of staff has the e-mail address 5.',
  'Send a valid refresh token as Authorization: Bearer ….',
  'The database does not answer.',
  'The database has not been migrated to this version yet.',
  'Too many listen to changes already. Ask again later.',
  'must be an array of events',
  'must be at most 1000 events',
  'must be given for connector-status',
  'must be given, or vehicleId, or stationId with evseId or connectorId',
  'must not be empty: say who has seen to it',
  // Lists, ids and choices that the pages make themselves.
  'The station 5 has no command with the id 5.',
  'must be a location id or an array of them',
  'must be a month such as 2026-11',
  'must be a week such as 2026-W47',
  'must be a whole number of hours from 1 to 168',
  ...['5', 'connectors', 'evses', 'points', 'ports', 'rows', 'schedules', 'tokens', 'two schedules', 'vehicles'].map(
    (what) => `must be an array of ${what}`,
  ),
  ...['100 vehicles', '20 connectors', '31 days ahead', '5 5', '5 rows', '5 vehicles'].map(
    (what) => `must be at most ${what}`,
  ),
  ...['a call, such as call_812', 'a command, such as cmd_12', 'an alarm, such as alarm_12'].map(
    (what) => `must be the id of ${what}`,
  ),
  'must be the id of an entry, such as audit_812',
  'must be the id of a schedule',
  'must be the name of an OCPP message, such as StatusNotification',
  'must be en, de or fi',
  'must be file or edit',
  'must be month or year',
  'must be read, write or admin',
  'must be given for 5',
  'must be later than now',
  'must be text or a whole number',
  'must be two schedules',
  'must come with from',
  'must come with to',
  'must not come beside week, from or to: send one',
  'can only be tried: send dryRun=true in the query',
  'is a rule: name one of its occurrences',
  // Rules of recurrence are made by their editor, from choices.
  '5, or epoch milliseconds',
  'cannot be removed: delete the rule and post a dated schedule',
  'cannot be set: post a rule instead',
  'has 5, which is no part of a recurrence rule',
  'has no valid value for 5: "5"',
  'is said of one occurrence of a rule alone: send its id',
  'is the rule’s: change the rule, by its own id',
  'must be NAME=VALUE parts in upper case between semicolons, not "5"',
  'must be false: DELETE skips an occurrence',
  'must have 5 once',
  'must have FREQ: DAILY, WEEKLY, MONTHLY or YEARLY',
  // What only a call of the API says: whole lists of schedules, the evses of a station, rules of power.
  'This would remove 5 schedules, and maxRemoved allows 5. Nothing was changed.',
  'must name each connector once',
  'must not be above the most power here (5)',
  'must not name 5 a second time',
]

test('every sentence with which a call of the pages may be refused has its words in every language', () => {
  const said = files().flatMap((file) => sentencesIn(file, readFileSync(file, 'utf8')))
  expect(said.length).toBeGreaterThan(150)
  const without = [...new Set(said)].filter((sentence) => codeOf(sentence) === null)
  expect(without.sort()).toEqual([...PUT_TOGETHER, ...NOT_OF_PAGES].sort())
})
