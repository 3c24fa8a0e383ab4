import type { ApiSchema } from '@/components/api-reference/api-document'
import { limitWords, typeWords } from '@/components/api-reference/schema-format'
import type { Text } from '@/components/messages/text'

export type SchemaRow = { name: string; note?: string; required: boolean; schema: ApiSchema; place?: string }

/** The properties of an object, as rows. */
export function rowsOf({ properties = {}, required = [] }: ApiSchema): SchemaRow[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    note: schema.description,
    required: required.includes(name),
    schema,
  }))
}

/** Names with their types and limits; objects inside are shown below the name that holds them. */
export function SchemaTable({ rows, label, text }: { rows: readonly SchemaRow[]; label: string; text: Text }) {
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{text('reference.name')}</th>
          <th scope="col">{text('reference.type')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.place} ${row.name}`} className="border-line border-b align-top last:border-0">
            <th scope="row" className="py-2 pr-4 font-normal">
              <code className="break-all font-mono">{row.name}</code>
              <span className="block text-ink-3 text-xs">
                {[row.place, row.required ? text('reference.required') : undefined].filter(Boolean).join(', ')}
              </span>
            </th>
            <td className="w-3/5 py-2">
              <SchemaType schema={row.schema} text={text} />
              {row.note && <p className="mt-0.5 text-ink-2">{row.note}</p>}
              <Inner schema={row.schema} label={row.name} text={text} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a value is, with links to the schemas that it names. */
export function SchemaType({ schema, text }: { schema: ApiSchema; text: Text }) {
  const limits = limitWords(schema, text)
  return (
    <p>
      {typeWords(schema, text).map((word) =>
        'schema' in word ? (
          <a key={word.schema} href={`#schema-${word.schema}`} className="text-accent underline underline-offset-2">
            {word.schema}
          </a>
        ) : (
          <span key={word.text}>{word.text}</span>
        ),
      )}
      {limits.length > 0 && <span className="text-ink-3">, {limits.join(', ')}</span>}
      {schema.example !== undefined && (
        <span className="text-ink-3">
          , {text('reference.suchAs')} <code className="break-all font-mono">{JSON.stringify(schema.example)}</code>
        </span>
      )}
    </p>
  )
}

/** The properties of an object that has no name of its own. */
function Inner({ schema, label, text }: { schema: ApiSchema; label: string; text: Text }) {
  const objects = [schema, schema.items, ...(schema.anyOf ?? []), ...(schema.anyOf ?? []).map(({ items }) => items)]
  const inner = objects.find((candidate) => candidate?.properties)
  if (!inner) return null
  return (
    <div className="mt-1 border-line border-l-2 pl-3">
      <SchemaTable rows={rowsOf(inner)} label={text('reference.holds', { name: label })} text={text} />
    </div>
  )
}
