'use client'

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ApiDocument, ApiOperation } from '@/components/api-reference/api-document'
import { placeWord } from '@/components/api-reference/place-word'
import { keyOf, type TriedRequest, triedRequest } from '@/components/api-reference/tried-request'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, TextArea } from '@/components/ui/input'

type Call = { method: string; path: string; operationId: string }
type Answer = { status: string; shown: string /** Characters that are not shown. */; more: number; ms: number }

const LONGEST_WAIT_MS = 60_000
const LONGEST_SHOWN = 50_000

/** Sends a call as the person who is signed in, and shows the answer. What it needs is read when it is opened. */
export function TryIt({ call }: { call: Call }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="no-print mt-5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm font-semibold text-accent">{text('reference.tryIt')}</summary>
      {isOpen && <Loaded call={call} />}
    </details>
  )
}

function Loaded({ call }: { call: Call }) {
  const text = useText()
  const document = useQuery({ queryKey: ['openapi.json'], queryFn: readDocument, staleTime: Number.POSITIVE_INFINITY })
  const operation = document.data?.paths?.[call.path]?.[call.method.toLowerCase()]
  if (operation) return <TryForm call={call} operation={operation} />
  if (!document.isError) return <p className="mt-2 text-ink-3 text-sm">{text('reference.reading')}</p>
  return (
    <p role="alert" className="mt-2 text-critical text-sm">
      {text('reference.unread')}{' '}
      <button type="button" onClick={() => document.refetch()} className="rounded-sm underline underline-offset-2">
        {text('action.retry')}
      </button>
    </p>
  )
}

async function readDocument(): Promise<ApiDocument> {
  const response = await fetch('/api/openapi.json')
  if (!response.ok) throw new Error(`The document was answered with ${response.status}.`)
  return response.json()
}

function TryForm({ call, operation }: { call: Call; operation: ApiOperation }) {
  const text = useText()
  const { parameters = [], requestBody } = operation
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(() => firstValues(operation))
  const [body, setBody] = useState(() => (requestBody ? exampleOf(requestBody.content) : undefined))
  const { send, isSending, answer, fault } = useTry()
  const writes = call.method !== 'GET'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send(() => triedRequest({ ...call, parameters }, typed, body, text))
  }
  return (
    <form
      onSubmit={submit}
      aria-label={text('reference.tryCall', { call: call.operationId })}
      className="mt-3 max-w-2xl space-y-4"
    >
      <p className="text-ink-2 text-sm">
        {text('reference.asYou')}{' '}
        {writes && text(typed.has('query dryRun') ? 'reference.writesUnlessDry' : 'reference.writes')}
      </p>
      {parameters.map((parameter) => (
        <Field
          key={keyOf(parameter)}
          label={parameter.name}
          unit={parameter.in === 'query' ? undefined : placeWord(parameter.in, text)}
        >
          <Input
            required={parameter.in === 'path'}
            autoComplete="off"
            spellCheck={false}
            value={typed.get(keyOf(parameter)) ?? ''}
            onChange={(event) => setTyped(new Map(typed).set(keyOf(parameter), event.target.value))}
            className="font-mono"
          />
        </Field>
      ))}
      {body !== undefined && (
        <Field label={text('reference.body')} unit="JSON">
          <TextArea
            rows={Math.min(16, body.split('\n').length + 1)}
            spellCheck={false}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            className="font-mono text-sm"
          />
        </Field>
      )}
      <Button type="submit" tone={writes ? 'danger' : 'primary'} aria-disabled={isSending}>
        {isSending ? text('reference.sending') : text('reference.send', { method: call.method })}
      </Button>
      {fault && (
        <p role="alert" className="text-critical text-sm">
          {fault}
        </p>
      )}
      <div role="status">{answer && <Answered answer={answer} />}</div>
    </form>
  )
}

function Answered({ answer: { status, shown, more, ms } }: { answer: Answer }) {
  const text = useText()
  return (
    <>
      <p className="text-sm">
        <strong className="mr-2 font-mono font-semibold">{status}</strong>
        <span className="text-ink-3">{text('reference.after', { ms })}</span>
      </p>
      {shown !== '' && (
        <pre className="mt-2 max-h-96 overflow-y-auto whitespace-pre-wrap break-all rounded-md bg-sunken p-3 font-mono text-sm">
          {shown}
          {more > 0 && `\n${text('reference.cut', { count: more })}`}
        </pre>
      )}
    </>
  )
}

/** One call at a time, and what came of it. */
function useTry() {
  const [isSending, setSending] = useState(false)
  const [answer, setAnswer] = useState<Answer>()
  const [fault, setFault] = useState<string>()
  const send = async (make: () => TriedRequest) => {
    if (isSending) return
    setSending(true)
    setFault(undefined)
    setAnswer(undefined)
    try {
      setAnswer(await answerTo(make()))
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    } finally {
      setSending(false)
    }
  }
  return { send, isSending, answer, fault }
}

async function answerTo({ address, init }: TriedRequest): Promise<Answer> {
  const started = performance.now()
  const response = await fetch(address, { ...init, signal: AbortSignal.timeout(LONGEST_WAIT_MS) })
  const lines = pretty(await response.text())
  return {
    status: `${response.status} ${response.statusText}`.trim(),
    shown: lines.slice(0, LONGEST_SHOWN),
    more: Math.max(lines.length - LONGEST_SHOWN, 0),
    ms: Math.round(performance.now() - started),
  }
}

/** JSON on several lines; a page cannot hold all of every answer. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A call that can be tried without storing anything begins so. */
function firstValues({ parameters = [] }: ApiOperation): ReadonlyMap<string, string> {
  const dryRun = parameters.filter(({ in: place, name }) => place === 'query' && name === 'dryRun')
  return new Map(dryRun.map((parameter) => [keyOf(parameter), 'true']))
}

function exampleOf(content: Record<string, { example?: unknown }>): string {
  const example = content['application/json']?.example
  return example === undefined ? '' : JSON.stringify(example, null, 2)
}
