'use client'

import { type RefObject, useEffect, useState } from 'react'
import { dayAndTimes } from '@/components/fleet/stay-format'
import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { ChargingNow } from '@/components/readiness/charging-now'
import type { DrawnStay } from '@/components/timeline/stay'
import { StateBadge } from '@/components/ui/state-badge'

type Pointed = { id: string; left: number; top: number; below: boolean }
type StayCardProps = {
  root: RefObject<HTMLElement | null>
  stayOf: (id: string) => { stay: DrawnStay; name: string } | undefined
  reading: Reading
}

const CARD_PX = 224

/** What a bar says when a mouse rests on it or the keyboard reaches it: in figures what its picture shows. */
export function StayCard({ root, stayOf, reading }: StayCardProps) {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  useEffect(() => {
    const element = root.current
    return element ? followPointed(element, setPointed) : undefined
  }, [root])
  const found = pointed && stayOf(pointed.id)
  if (!pointed || !found) return null
  const { stay, name } = found
  const { text, locale } = reading
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-40 flex w-56 flex-col gap-1 rounded-lg border border-line bg-surface p-3 text-sm shadow-2"
      style={{ left: pointed.left, top: pointed.top, transform: pointed.below ? undefined : 'translateY(-100%)' }}
    >
      <p className="truncate font-semibold">{name}</p>
      <p className="tabular-nums">{dayAndTimes(stay, reading)}</p>
      <p className="tabular-nums">
        {stay.predictedSoc !== undefined && `${numberWords(stay.predictedSoc, locale)} → `}
        {numberWords(stay.targetSoc, locale)} %
      </p>
      {stay.blockId && <p className="truncate text-ink-2">{text('departure.block', { block: stay.blockId })}</p>}
      {stay.place && <p className="truncate text-ink-2">{text('departure.standsAt', { place: stay.place })}</p>}
      {stay.chargeNowBy !== undefined && <ChargingNow by={stay.chargeNowBy} />}
      {stay.state && <StateBadge state={stay.state} className="self-start" />}
    </div>
  )
}

/** A mouse that rests on a bar, or the focus that keys brought to it; touch opens the bar itself. */
function followPointed(element: HTMLElement, tell: (pointed: Pointed | null) => void): () => void {
  const show = (target: EventTarget | null, x?: number) => {
    const bar = target instanceof Element ? target.closest<HTMLElement>('[data-stay]') : null
    if (!bar?.dataset.stay) return tell(null)
    const box = bar.getBoundingClientRect()
    const below = box.top < window.innerHeight / 2
    const left = Math.min(Math.max(8, x ?? box.left), window.innerWidth - CARD_PX - 8)
    tell({ id: bar.dataset.stay, left, top: below ? box.bottom + 6 : box.top - 6, below })
  }
  const onOver = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') show(event.target, event.clientX + 12)
  }
  const onFocus = (event: FocusEvent) => {
    if (event.target instanceof Element && event.target.matches(':focus-visible')) show(event.target)
  }
  const hide = () => tell(null)
  // Before the press reaches the bar: what moves it keeps the press for itself.
  const capture = { capture: true }
  element.addEventListener('pointerover', onOver)
  element.addEventListener('pointerleave', hide)
  element.addEventListener('pointerdown', hide, capture)
  element.addEventListener('focusin', onFocus)
  element.addEventListener('focusout', hide)
  element.addEventListener('scroll', hide, { passive: true })
  element.addEventListener('wheel', hide, { passive: true })
  return () => {
    element.removeEventListener('pointerover', onOver)
    element.removeEventListener('pointerleave', hide)
    element.removeEventListener('pointerdown', hide, capture)
    element.removeEventListener('focusin', onFocus)
    element.removeEventListener('focusout', hide)
    element.removeEventListener('scroll', hide)
    element.removeEventListener('wheel', hide)
  }
}
