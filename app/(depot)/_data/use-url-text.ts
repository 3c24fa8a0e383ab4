'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'

/**
 * A text that is typed and that the URL holds. The URL follows a moment later, so the text itself is kept here: an input
 * that waited for the URL would lose letters of quick typing. Back and links still set it.
 */
export function useUrlText(name: string): [text: string, setText: (text: string) => void] {
  const { get, set } = useUrlState()
  const inUrl = get(name) ?? ''
  const [text, setText] = useState(inUrl)
  const awaited = useRef<string | null>(null)
  useEffect(() => {
    if (awaited.current === null) setText(inUrl)
  }, [inUrl])
  useEffect(() => {
    if (awaited.current === inUrl && text === inUrl) awaited.current = null
  }, [inUrl, text])
  const change = useCallback(
    (next: string) => {
      awaited.current = next
      setText(next)
      set({ [name]: next })
    },
    [name, set],
  )
  return [text, change]
}
