'use client'

import { useEffect, useState } from 'react'

/** The time (epoch ms), moving on every `ms`. */
export function useEvery(ms: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), ms)
    return () => clearInterval(timer)
  }, [ms])
  return now
}
