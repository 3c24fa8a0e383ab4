import { type ApiDocument, callsByTag } from '@/components/api-reference/api-document'
import { AnswerMeaning, CallSection, Contents } from '@/components/api-reference/call-section'
import { ContentsList } from '@/components/api-reference/contents-list'
import type { ListedGroup } from '@/components/api-reference/matching-calls'
import { Prose } from '@/components/api-reference/prose'
import { rowsOf, SchemaTable, SchemaType } from '@/components/api-reference/schema-table'

/**
 * The whole API on one page, in English as the API is: read and printed without a script; with one its calls are searched by
 * name, and tried.
 */
export function ApiReference({ document }: { document: ApiDocument }) {
  const groups = callsByTag(document)
  const schemas = Object.entries(document.components?.schemas ?? {})
  return (
    <div lang="en" className="mx-auto max-w-7xl px-4 lg:grid lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-10 lg:px-8">
      <TableOfContents groups={groups} schemas={schemas.map(([name]) => name)} />
      <main className="min-w-0 py-8">
        <h1 className="font-semibold text-2xl tracking-tight">{document.info.title}</h1>
        <p className="mt-1 mb-4 text-ink-3 text-sm">
          Version {document.info.version} ·{' '}
          <a href="/api/openapi.json" className="text-accent underline underline-offset-2">
            openapi.json
          </a>
        </p>
        {document.info.description && <Prose text={document.info.description} />}
        {groups.map(({ tag, note, calls }) => (
          <section key={tag} id={`tag-${tag}`} aria-label={tag} className="mt-12 scroll-mt-6">
            <h2 className="font-semibold text-xl tracking-tight">{tag}</h2>
            {note && <p className="mt-1 mb-6 text-ink-2">{note}</p>}
            {calls.map((call) => (
              <CallSection key={call.operation.operationId} call={call} />
            ))}
          </section>
        ))}
        <section id="refusals" aria-label="Refusals" className="mt-12 scroll-mt-6">
          <h2 className="font-semibold text-xl tracking-tight">Refusals</h2>
          {Object.entries(document.components?.responses ?? {}).map(([name, response]) => (
            <section
              key={name}
              id={`response-${name}`}
              aria-label={name}
              className="scroll-mt-6 border-line border-t py-4 text-sm"
            >
              <h3 className="mb-1 font-mono font-semibold">{name}</h3>
              <p>
                <AnswerMeaning response={response} />
              </p>
              <Contents content={response.content ?? {}} label={name} />
            </section>
          ))}
        </section>
        <section id="schemas" aria-label="Schemas" className="mt-12 scroll-mt-6">
          <h2 className="font-semibold text-xl tracking-tight">Schemas</h2>
          {schemas.map(([name, schema]) => (
            <section
              key={name}
              id={`schema-${name}`}
              aria-label={name}
              className="scroll-mt-6 border-line border-t py-6"
            >
              <h3 className="mb-1 font-mono font-semibold">{name}</h3>
              {schema.properties ? <SchemaTable rows={rowsOf(schema)} label={name} /> : <SchemaType schema={schema} />}
            </section>
          ))}
        </section>
      </main>
    </div>
  )
}

type TableOfContentsProps = { groups: ReturnType<typeof callsByTag>; schemas: string[] }

function TableOfContents({ groups, schemas }: TableOfContentsProps) {
  return (
    <nav
      aria-label="Calls"
      className="no-print border-line py-6 max-lg:border-b lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto lg:border-r lg:pr-4"
    >
      <a href="/" className="text-accent underline underline-offset-2">
        Back to the depot
      </a>
      <ContentsList groups={groups.map(listed)} schemas={schemas} />
    </nav>
  )
}

function listed({ tag, calls }: ReturnType<typeof callsByTag>[number]): ListedGroup {
  return {
    tag,
    calls: calls.map(({ method, path, operation: { operationId: id, summary = id, parameters = [] } }) => {
      return { id, method, path, summary, parameters: parameters.map(({ name }) => name) }
    }),
  }
}
