import type { ApiSchema } from '@/components/api-reference/api-document'
import { limitWords, typeWords } from '@/components/api-reference/schema-format'

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
export function SchemaTable({ rows, label }: { rows: readonly SchemaRow[]; label: string }) {
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type and limits</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.place} ${row.name}`} className="border-line border-b align-top last:border-0">
            <th scope="row" className="py-2 pr-4 font-normal">
              <code className="break-all font-mono">{row.name}</code>
              <span className="block text-ink-3 text-xs">
                {[row.place, row.required ? 'required' : undefined].filter(Boolean).join(', ')}
              </span>
            </th>
            <td className="w-3/5 py-2">
              <SchemaType schema={row.schema} />
              {row.note && <p className="mt-0.5 text-ink-2">{row.note}</p>}
              <Inner schema={row.schema} label={row.name} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a value is, with links to the schemas that it names. */
export function SchemaType({ schema }: { schema: ApiSchema }) {
  const limits = limitWords(schema)
  return (
    <p>
      {typeWords(schema).map((word) =>
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
          , such as <code className="break-all font-mono">{JSON.stringify(schema.example)}</code>
        </span>
      )}
    </p>
  )
}

/** The properties of an object that has no name of its own. */
function Inner({ schema, label }: { schema: ApiSchema; label: string }) {
  const objects = [schema, schema.items, ...(schema.anyOf ?? []), ...(schema.anyOf ?? []).map(({ items }) => items)]
  const inner = objects.find((candidate) => candidate?.properties)
  if (!inner) return null
  return (
    <div className="mt-1 border-line border-l-2 pl-3">
      <SchemaTable rows={rowsOf(inner)} label={`What ${label} holds`} />
    </div>
  )
}
