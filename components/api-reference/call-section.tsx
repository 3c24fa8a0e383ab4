import { type ApiCall, type ApiContent, type ApiResponse, nameOfRef } from '@/components/api-reference/api-document'
import { MethodBadge } from '@/components/api-reference/method-badge'
import { placeWord } from '@/components/api-reference/place-word'
import { Prose } from '@/components/api-reference/prose'
import { rowsOf, SchemaTable, SchemaType } from '@/components/api-reference/schema-table'
import { TryIt } from '@/components/api-reference/try-it'
import type { Text } from '@/components/messages/text'

/** One call: what it takes and what it answers, each with an example. */
export function CallSection({ call, text }: { call: ApiCall; text: Text }) {
  const { method, path, operation } = call
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation
  return (
    <section
      id={operationId}
      aria-labelledby={`${operationId}-title`}
      className="scroll-mt-20 border-line border-t py-8 md:scroll-mt-6"
    >
      <h3 id={`${operationId}-title`} className="font-semibold text-lg">
        {summary}
      </h3>
      <p className="mt-1 mb-3 flex flex-wrap items-baseline gap-2">
        <MethodBadge method={method} />
        <code className="break-all font-mono">/api{path}</code>
      </p>
      {description && <Prose text={description} />}
      {parameters.length > 0 && (
        <>
          <h4 className="mt-5 mb-1 font-semibold">{text('reference.parameters')}</h4>
          <SchemaTable
            text={text}
            label={text('reference.parametersOf', { call: operationId })}
            rows={parameters.map(({ name, in: place, required, description: note, schema }) => ({
              ...{ name, note, required: required === true },
              place: placeWord(place, text),
              schema: { ...schema, description: undefined },
            }))}
          />
        </>
      )}
      {requestBody && (
        <>
          <h4 className="mt-5 mb-1 font-semibold">{text('reference.body')}</h4>
          <Contents content={requestBody.content} label={text('reference.bodyOf', { call: operationId })} text={text} />
        </>
      )}
      {!isStream(responses) && <TryIt call={{ method, path, operationId }} />}
      <h4 className="mt-5 mb-1 font-semibold">{text('reference.answers')}</h4>
      <ul>
        {Object.entries(responses).map(([status, response]) => (
          <li key={status} className="border-line border-b py-2 text-sm last:border-0">
            <p>
              <strong className="mr-2 font-mono font-semibold">{status}</strong>
              {response.$ref ? (
                <a href={`#response-${nameOfRef(response.$ref)}`} className="text-accent underline underline-offset-2">
                  {nameOfRef(response.$ref)}
                </a>
              ) : (
                <AnswerMeaning response={response} text={text} />
              )}
            </p>
            <Contents
              content={response.content ?? {}}
              label={text('reference.answerOf', { status, call: operationId })}
              text={text}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An answer without an end cannot be shown when it has ended. */
const isStream = (responses: Record<string, ApiResponse>) =>
  Object.values(responses).some(({ content = {} }) => 'text/event-stream' in content)

/** What an answer means, and the headers that come with it. */
export function AnswerMeaning({ response, text }: { response: ApiResponse; text: Text }) {
  const { description, headers = {} } = response
  const names = Object.keys(headers)
  return (
    <>
      <span>{description}</span>
      {names.length > 0 && (
        <span className="text-ink-3"> {text('reference.withHeaders', { names: names.join(', ') })}</span>
      )}
    </>
  )
}

type ContentsProps = { content: Record<string, ApiContent>; label: string; text: Text }

/** A body: its type, its properties where the type has no name, and an example. */
export function Contents({ content, label, text }: ContentsProps) {
  return Object.entries(content).map(([mediaType, { schema, example }]) => (
    <div key={mediaType} className="text-sm">
      {schema && <SchemaType schema={schema.properties ? { type: 'object' } : schema} text={text} />}
      {schema?.properties && <SchemaTable rows={rowsOf(schema)} label={label} text={text} />}
      {example !== undefined && <Example value={example} text={text} />}
    </div>
  ))
}

function Example({ value, text }: { value: unknown; text: Text }) {
  return (
    <details className="mt-1">
      <summary className="w-fit rounded-sm text-accent">{text('reference.example')}</summary>
      <pre className="mt-2 whitespace-pre-wrap break-all rounded-md bg-sunken p-3 font-mono text-sm">
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </pre>
    </details>
  )
}
