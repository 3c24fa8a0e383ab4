'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { LoadStep } from '@/components/charts/load-series'
import type { Reading } from '@/components/format/instant-format'
import { PowerReadout } from '@/components/power/power-readout'
import type { TimeViewControl } from '@/components/timeline/use-time-view'
import type { LocationLoad } from '@/lib/contract/location'

type LoadHoverProps = {
  strip: RefObject<HTMLElement | null>
  load: LocationLoad
  view: TimeViewControl
  reading: Reading
  currency?: string
}
type Pointed = { x: number; top: number; at: number }

const CARD_PX = 208

/** What the load strip says of the quarter-hour under the mouse: the same as the Power page. */
export function LoadHover({ strip, load, view, reading, currency }: LoadHoverProps) {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  useEffect(() => {
    const element = strip.current
    if (!element) return
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.buttons > 0) return setPointed(null)
      const box = element.getBoundingClientRect()
      const { from, span } = view.current()
      setPointed({ x: event.clientX, top: box.top, at: from + ((event.clientX - box.left) / box.width) * span })
    }
    const hide = () => setPointed(null)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerleave', hide)
    element.addEventListener('wheel', hide, { passive: true })
    return () => {
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerleave', hide)
      element.removeEventListener('wheel', hide)
    }
  }, [strip, view])
  const step = pointed && stepAt(load, pointed.at)
  if (!pointed || !step) return null
  const left = Math.min(Math.max(8, pointed.x - CARD_PX / 2), window.innerWidth - CARD_PX - 8)
  return (
    <div className="pointer-events-none fixed z-40 -translate-y-full pb-1.5" style={{ left, top: pointed.top }}>
      <PowerReadout step={step} reading={reading} currency={currency} withUncontrolled={false} />
    </div>
  )
}

function stepAt({ intervals }: LocationLoad, at: number): LoadStep | null {
  const one = intervals.find(({ from, to }) => Date.parse(from) <= at && Date.parse(to) > at)
  return one ? { ...one, from: Date.parse(one.from), to: Date.parse(one.to) } : null
}
