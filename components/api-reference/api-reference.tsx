import { type ApiDocument, callsByTag, type TaggedCalls } from '@/components/api-reference/api-document'
import { AnswerMeaning, CallSection, Contents } from '@/components/api-reference/call-section'
import { ContentsList } from '@/components/api-reference/contents-list'
import type { ListedGroup } from '@/components/api-reference/matching-calls'
import { Prose } from '@/components/api-reference/prose'
import { rowsOf, SchemaTable, SchemaType } from '@/components/api-reference/schema-table'
import type { Text } from '@/components/messages/text'

type ApiReferenceProps = { document: ApiDocument; original: ApiDocument; text: Text }

/**
 * The whole API on one page, read and printed without a script; with one its calls are searched by name, and tried.
 * @param original the document as machines fetch it, whose English words find a call as well
 */
export function ApiReference({ document, original, text }: ApiReferenceProps) {
  const groups = callsByTag(document)
  const schemas = Object.entries(document.components?.schemas ?? {})
  return (
    <div className="max-w-7xl lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10">
      <TableOfContents
        groups={groups}
        originals={callsByTag(original)}
        schemas={schemas.map(([name]) => name)}
        text={text}
      />
      <div className="min-w-0 max-lg:pt-8">
        <h1 className="font-semibold text-2xl tracking-tight">{text('reference.title')}</h1>
        <p className="mt-1 text-ink-2">{text('reference.note')}</p>
        <p className="mt-1 mb-4 text-ink-3 text-sm">
          {text('reference.version', { version: document.info.version })} ·{' '}
          <a href="/api/openapi.json" className="text-accent underline underline-offset-2">
            openapi.json
          </a>
        </p>
        {document.info.description && <Prose text={document.info.description} />}
        {groups.map(({ tag, name, note, calls }) => (
          <section key={tag} id={`tag-${tag}`} aria-label={name} className="mt-12 scroll-mt-20 md:scroll-mt-6">
            <h2 className="font-semibold text-xl tracking-tight">{name}</h2>
            {note && <p className="mt-1 mb-6 text-ink-2">{note}</p>}
            {calls.map((call) => (
              <CallSection key={call.operation.operationId} call={call} text={text} />
            ))}
          </section>
        ))}
        <section id="refusals" aria-label={text('reference.refusals')} className="mt-12 scroll-mt-20 md:scroll-mt-6">
          <h2 className="font-semibold text-xl tracking-tight">{text('reference.refusals')}</h2>
          {Object.entries(document.components?.responses ?? {}).map(([name, response]) => (
            <section
              key={name}
              id={`response-${name}`}
              aria-label={name}
              className="scroll-mt-20 md:scroll-mt-6 border-line border-t py-4 text-sm"
            >
              <h3 className="mb-1 font-mono font-semibold">{name}</h3>
              <p>
                <AnswerMeaning response={response} text={text} />
              </p>
              <Contents content={response.content ?? {}} label={name} text={text} />
            </section>
          ))}
        </section>
        <section id="schemas" aria-label={text('reference.schemas')} className="mt-12 scroll-mt-20 md:scroll-mt-6">
          <h2 className="font-semibold text-xl tracking-tight">{text('reference.schemas')}</h2>
          {schemas.map(([name, schema]) => (
            <section
              key={name}
              id={`schema-${name}`}
              aria-label={name}
              className="scroll-mt-20 md:scroll-mt-6 border-line border-t py-6"
            >
              <h3 className="mb-1 font-mono font-semibold">{name}</h3>
              {schema.properties ? (
                <SchemaTable rows={rowsOf(schema)} label={name} text={text} />
              ) : (
                <SchemaType schema={schema} text={text} />
              )}
            </section>
          ))}
        </section>
      </div>
    </div>
  )
}

type TableOfContentsProps = { groups: TaggedCalls[]; originals: TaggedCalls[]; schemas: string[]; text: Text }

function TableOfContents({ groups, originals, schemas, text }: TableOfContentsProps) {
  const listed = groups.map((group, index) => listedGroup(group, originals[index] ?? group))
  return (
    <nav
      aria-label={text('reference.contents')}
      className="no-print border-line max-lg:border-b max-lg:pb-6 lg:sticky lg:top-0 lg:-my-5 lg:max-h-dvh lg:overflow-y-auto lg:border-r lg:py-5 lg:pr-4 lg:pl-1"
    >
      <ContentsList groups={listed} schemas={schemas} />
    </nav>
  )
}

function listedGroup({ name, calls }: TaggedCalls, original: TaggedCalls): ListedGroup {
  return {
    tag: name,
    calls: calls.map(({ method, path, operation: { operationId: id, summary = id, parameters = [] } }, index) => {
      const english = original.calls[index]?.operation.summary
      const more = [original.tag, english].filter((word) => word !== name && word !== summary)
      const words = [...parameters.map((parameter) => parameter.name), ...more.filter((word) => word !== undefined)]
      return { id, method, path, summary, words }
    }),
  }
}
