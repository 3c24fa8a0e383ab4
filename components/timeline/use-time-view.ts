'use client'

import { type RefCallback, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  boundView,
  drawnRange,
  panView,
  type TimeDomain,
  type TimeView,
  zoomView,
} from '@/components/timeline/time-view'

const SETTLE_MS = 250

export type TimeViewControl = {
  /** Goes on an element that is as wide as the track: its width is the view's. */
  trackRef: RefCallback<HTMLElement>
  /**
   * Goes on each layer that holds the whole domain: it is moved and stretched, what is in it stays where it is in percent.
   * A layer with `data-follows-view` is told where the view begins in it, as `--view-left`.
   */
  layerRef: RefCallback<HTMLElement>
  /** The stretch to draw, in coarse steps. */
  drawn: TimeDomain
  /** Milliseconds a pixel, in coarse steps: for labels and marks. */
  msPerPx: number
  current: () => TimeView
  pan: (ms: number) => void
  panPx: (px: number) => void
  zoom: (factor: number, ratio?: number) => void
  show: (view: TimeView) => void
}

/**
 * The timeline's view of time. While it moves, only the layers' width and place change, once a frame and without
 * React; what is drawn is asked for anew when the view comes near its edge or the scale has changed.
 */
export function useTimeView(
  domain: TimeDomain,
  initial: TimeView,
  onSettle: (view: TimeView) => void,
): TimeViewControl {
  const view = useRef(boundView(initial, domain))
  const widthPx = useRef(1_000)
  const layers = useRef(new Set<HTMLElement>())
  const frame = useRef(0)
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onSettled = useRef(onSettle)
  onSettled.current = onSettle
  const [drawn, setDrawn] = useState(() => drawnRange(view.current))
  const [msPerPx, setMsPerPx] = useState(() => coarse(view.current.span / 1_000))

  const place = useCallback(
    (layer: HTMLElement) => {
      const { from, span } = view.current
      const pxPerMs = widthPx.current / span
      layer.style.width = `${(domain.to - domain.from) * pxPerMs}px`
      layer.style.transform = `translateX(${(domain.from - from) * pxPerMs}px)`
      if (layer.dataset.followsView !== undefined)
        layer.style.setProperty('--view-left', `${(from - domain.from) * pxPerMs}px`)
    },
    [domain],
  )

  const draw = useCallback(() => {
    frame.current = 0
    for (const layer of layers.current) place(layer)
    const range = drawnRange(view.current)
    setDrawn((known) => (known.from === range.from && known.to === range.to ? known : range))
    setMsPerPx(coarse(view.current.span / widthPx.current))
  }, [place])

  const change = useCallback(
    (next: TimeView) => {
      view.current = next
      frame.current ||= requestAnimationFrame(draw)
      clearTimeout(settle.current)
      settle.current = setTimeout(() => onSettled.current(view.current), SETTLE_MS)
    },
    [draw],
  )

  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      clearTimeout(settle.current)
    },
    [],
  )

  const trackRef = useCallback<RefCallback<HTMLElement>>(
    (track) => {
      if (!track) return
      const measure = () => {
        widthPx.current = Math.max(1, track.clientWidth)
        draw()
      }
      // At once: what is painted before its width is known jumps.
      measure()
      const observer = new ResizeObserver(measure)
      observer.observe(track)
      return () => observer.disconnect()
    },
    [draw],
  )

  const layerRef = useCallback<RefCallback<HTMLElement>>(
    (layer) => {
      if (!layer) return
      layers.current.add(layer)
      // Painted once and then only moved.
      layer.style.willChange = 'transform'
      place(layer)
      return () => {
        layers.current.delete(layer)
      }
    },
    [place],
  )

  return useMemo(() => {
    const pan = (ms: number) => change(panView(view.current, ms, domain))
    return {
      trackRef,
      layerRef,
      drawn,
      msPerPx,
      current: () => view.current,
      pan,
      panPx: (px: number) => pan(px * (view.current.span / widthPx.current)),
      zoom: (factor: number, ratio = 0.5) => change(zoomView(view.current, factor, ratio, domain)),
      show: (next: TimeView) => change(boundView(next, domain)),
    }
  }, [trackRef, layerRef, drawn, msPerPx, change, domain])
}

/** A scale in steps of about 19 %, so that labels and marks are thought over seldom while zooming. */
function coarse(msPerPx: number): number {
  return 2 ** (Math.round(Math.log2(msPerPx) * 4) / 4)
}
