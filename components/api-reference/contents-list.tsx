'use client'

import { useState } from 'react'
import { type ListedGroup, matchingCalls, matchingNames } from '@/components/api-reference/matching-calls'
import { MethodBadge } from '@/components/api-reference/method-badge'
import { Input } from '@/components/ui/input'

/** All calls and schemas by name, and the search that finds one. */
export function ContentsList({ groups, schemas }: { groups: ListedGroup[]; schemas: string[] }) {
  const [search, setSearch] = useState('')
  const found = matchingCalls(groups, search)
  const names = matchingNames(schemas, search)
  const isSearch = search.trim() !== ''
  return (
    <>
      <Input
        type="search"
        aria-label="Search calls and schemas"
        placeholder="Search calls and schemas"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="mt-4"
      />
      <p role="status" className="mt-2 text-ink-3 text-sm empty:hidden">
        {isSearch && foundSentence(found, names)}
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
          Refusals
        </a>
      )}
      {names.length > 0 && (
        <details key={`schemas ${isSearch}`} open={isSearch} className="mt-4">
          <summary className="rounded-sm font-semibold text-sm">Schemas</summary>
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

function foundSentence(groups: ListedGroup[], schemas: string[]): string {
  const calls = groups.reduce((sum, group) => sum + group.calls.length, 0)
  if (calls + schemas.length === 0) return 'No call and no schema has these words in its name.'
  return `${calls} ${calls === 1 ? 'call' : 'calls'}, ${schemas.length} ${schemas.length === 1 ? 'schema' : 'schemas'}`
}
