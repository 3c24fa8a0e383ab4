'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiProblem } from '@/app/(depot)/_data/call'

const LOSSES_UNTIL_SAID = 2

/** Since when (epoch ms) the server has not been reached, or null while it is; two losses in a row, so that it does not flicker. */
export function useConnectionLost(): number | null {
  const client = useQueryClient()
  const [lostSince, setLostSince] = useState<number | null>(null)
  useEffect(() => {
    let losses = 0
    let lastReached = Date.now()
    const reached = () => {
      // An answer that was on its way when the network went says nothing of now, and nothing more is asked until it is back.
      if (!navigator.onLine) return
      losses = 0
      lastReached = Date.now()
      setLostSince(null)
    }
    const lost = (count: number) => {
      losses += count
      if (losses >= LOSSES_UNTIL_SAID) setLostSince(lastReached)
    }
    const offline = () => lost(LOSSES_UNTIL_SAID)
    const online = () => void client.invalidateQueries()
    const unsubscribe = client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return
      if (
        event.action.type === 'success' ||
        (event.action.type === 'error' && event.action.error instanceof ApiProblem)
      )
        reached()
      else if (event.action.type === 'failed' && !(event.action.error instanceof ApiProblem)) lost(1)
    })
    window.addEventListener('offline', offline)
    window.addEventListener('online', online)
    return () => {
      unsubscribe()
      window.removeEventListener('offline', offline)
      window.removeEventListener('online', online)
    }
  }, [client])
  return lostSince
}
