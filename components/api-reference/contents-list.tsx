'use client'

import { useState } from 'react'
import { type ListedGroup, matchingCalls, matchingNames } from '@/components/api-reference/matching-calls'
import { MethodBadge } from '@/components/api-reference/method-badge'
import type { Text } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { Input } from '@/components/ui/input'

/** All calls and schemas by name, and the search that finds one. */
export function ContentsList({ groups, schemas }: { groups: ListedGroup[]; schemas: string[] }) {
  const text = useText()
  const [search, setSearch] = useState('')
  const found = matchingCalls(groups, search)
  const names = matchingNames(schemas, search)
  const isSearch = search.trim() !== ''
  return (
    <>
      <Input
        type="search"
        aria-label={text('reference.search')}
        placeholder={text('reference.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="mt-4"
      />
      <p role="status" className="mt-2 text-ink-3 text-sm empty:hidden">
        {isSearch && foundSentence(found, names, text)}
      </p>
      {found.map(({ tag, calls }) => (
        <details key={`${tag} ${isSearch}`} open className="mt-4">
          <summary className="rounded-sm font-semibold text-sm">{tag}</summary>
          <ul className="mt-1">
            {calls.map(({ id, method, summary }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="flex items-baseline gap-2 rounded-sm py-1 text-ink-2 text-sm hover:text-ink"
                >
                  <MethodBadge method={method} className="w-14 shrink-0 text-center" />
                  <span>{summary}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {!isSearch && (
        <a href="#refusals" className="mt-4 block rounded-sm font-semibold text-sm">
          {text('reference.refusals')}
        </a>
      )}
      {names.length > 0 && (
        <details key={`schemas ${isSearch}`} open={isSearch} className="mt-4">
          <summary className="rounded-sm font-semibold text-sm">{text('reference.schemas')}</summary>
          <ul className="mt-1">
            {names.map((name) => (
              <li key={name}>
                <a
                  href={`#schema-${name}`}
                  className="block rounded-sm py-1 font-mono text-ink-2 text-sm hover:text-ink"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function foundSentence(groups: ListedGroup[], schemas: string[], text: Text): string {
  const calls = groups.reduce((sum, group) => sum + group.calls.length, 0)
  if (calls + schemas.length === 0) return text('reference.foundNone')
  return text('reference.found', {
    calls: text('reference.foundCalls', { count: calls }),
    schemas: text('reference.foundSchemas', { count: schemas.length }),
  })
}
