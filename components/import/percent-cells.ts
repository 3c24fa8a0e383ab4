import { strFromU8, strToU8 } from 'fflate'

/** The formats that every workbook has: `0%` and `0.00%`. Source: ECMA-376, Part 1, 18.8.30 numFmt. */
const BUILT_IN = ['9', '10']
const STYLES = 'xl/styles.xml'
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/
/** A cell up to its number. An empty one may close itself, so a cell ends where the next begins, too. */
const CELL = /(<(?:\w+:)?c\b)((?:[^>]*[^/>])?)(>(?:(?!<\/?(?:\w+:)?c\b).)*?<(?:\w+:)?v>)([^<]*)(?=<)/gs

/**
 * The files of a workbook in which percents are what they look like: a cell that shows 75 % holds 0.75, and that it is a
 * percent stands in its format alone, which the reader of workbooks does not tell.
 */
export function withPlainPercents(files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const styles = files[STYLES]
  const percents = styles ? percentStyles(strFromU8(styles)) : new Set<string>()
  if (percents.size === 0) return files
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, SHEET.test(name) ? plainSheet(bytes, percents) : bytes]),
  )
}

function plainSheet(bytes: Uint8Array, percents: ReadonlySet<string>): Uint8Array {
  const xml = strFromU8(bytes).replace(CELL, (cell, open, attributes, between, value) => {
    const isNumber = /^n?$/.test(attributeOf(attributes, 't') ?? '') && Number.isFinite(Number(value || Number.NaN))
    if (!isNumber || !percents.has(attributeOf(attributes, 's') ?? '')) return cell
    // Fifteen digits are what a spreadsheet keeps: 0.57 is 57, not 56.99999999999999.
    return `${open}${attributes}${between}${Number((Number(value) * 100).toPrecision(15))}`
  })
  return strToU8(xml)
}

/** The styles of cells, by their number, whose format shows a percent. */
function percentStyles(xml: string): Set<string> {
  const formats = new Set(BUILT_IN)
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)) {
    const code = attributeOf(attributes, 'formatCode') ?? ''
    // A percent sign in quotes or after a backslash is a text; one after `_` or `*` is room or a filling.
    if (code.replace(/&quot;.*?&quot;|"[^"]*"|[\\_*]./g, '').includes('%'))
      formats.add(attributeOf(attributes, 'numFmtId') ?? '')
  }
  const ofCells = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(xml)?.[0] ?? ''
  const styles = [...ofCells.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)]
  return new Set(
    styles.flatMap(([, attributes = ''], index) =>
      formats.has(attributeOf(attributes, 'numFmtId') ?? '') ? [String(index)] : [],
    ),
  )
}

function attributeOf(attributes: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? []
  return double ?? single
}
