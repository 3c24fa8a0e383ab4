'use client'

import { type ReactNode, useState } from 'react'

/** Answers of the API (JSON) by the address that is asked for, as they come along with a page. */
export type CameAlong = Record<string, string>

/** An answer that waited longer for its question is none any more. */
const FRESH_MS = 10_000

const answers = new Map<string, { text: string; since: number }>()
/** Going back to a page mounts it again with what it once came with, which is old by then. */
let isBrought = false

/** Lays the answers that came along with a whole page ready for the first questions of what is inside. */
export function BringAlong({ brought, children }: { brought: CameAlong | null; children: ReactNode }) {
  // Before what is inside is drawn for the first time.
  useState(() => {
    if (typeof window !== 'undefined') layReady(brought)
  })
  return children
}

/** Lays answers ready, once in the life of a whole page. */
export function layReady(brought: CameAlong | null): void {
  if (isBrought) return
  isBrought = true
  for (const [address, text] of Object.entries(brought ?? {})) answers.set(address, { text, since: Date.now() })
}

/** The answer that came along for an address, once; undefined where none did. */
export function takeAlong(address: string): unknown {
  const found = answers.get(address)
  answers.delete(address)
  return found && Date.now() - found.since < FRESH_MS ? JSON.parse(found.text) : undefined
}
