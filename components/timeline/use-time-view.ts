'use client'

import {
  type RefCallback,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import {
  boundView,
  drawnRange,
  panView,
  type TimeDomain,
  type TimeView,
  zoomView,
} from '@/components/timeline/time-view'

const SETTLE_MS = 200

/** What is drawn, and the scale for which it is. */
export type Drawn = TimeDomain & { msPerPx: number }
export type ViewPlace = TimeView & { msPerPx: number }

export type TimeViewControl = {
  /** Goes on an element that is as wide as the track: its width is the view's. */
  trackRef: RefCallback<HTMLElement>
  /**
   * Goes on each layer: as wide as what is drawn, painted once, then only moved and, while one zooms, stretched. Its only
   * child is as wide as the whole domain: what is in that stays where it is in percent.
   */
  layerRef: RefCallback<HTMLElement>
  /** The stretch to draw. */
  drawn: Drawn
  current: () => TimeView
  /** Hears of each frame in which the view is elsewhere, and of the present one at once. */
  follow: (listener: (place: ViewPlace) => void) => () => void
  pan: (ms: number) => void
  panPx: (px: number) => void
  zoom: (factor: number, ratio?: number) => void
  /** Zooms as long as a gesture goes on: what is drawn is stretched, and drawn for the new scale once it rests. */
  stretch: (factor: number, ratio: number) => void
  show: (view: TimeView) => void
}

/**
 * The timeline's view of time. While it moves, a frame costs the moving of its layers, without React, layout or paint:
 * without a graphics card there is no time for more. What is drawn is drawn anew when the view comes near its edge, and
 * for another scale when the gesture rests.
 */
export function useTimeView(
  domain: TimeDomain,
  initial: TimeView,
  onSettle: (view: TimeView) => void,
): TimeViewControl {
  const view = useRef(boundView(initial, domain))
  const widthPx = useRef(1_000)
  const layers = useRef(new Set<HTMLElement>())
  const listeners = useRef(new Set<(place: ViewPlace) => void>())
  const frame = useRef(0)
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isStretching = useRef(false)
  const onSettled = useRef(onSettle)
  onSettled.current = onSettle
  const [drawn, setDrawn] = useState<Drawn>(() => ({
    ...drawnRange(view.current),
    msPerPx: view.current.span / widthPx.current,
  }))
  const wanted = useRef(drawn)
  /** What the layers are laid out for. */
  const laid = useRef(drawn)

  const msPerPx = useCallback(() => view.current.span / widthPx.current, [])

  const layOut = useCallback(
    (layer: HTMLElement) => {
      const { from, to, msPerPx: scale } = laid.current
      layer.style.width = `${(to - from) / scale}px`
      const content = layer.firstElementChild
      if (!(content instanceof HTMLElement)) return
      content.style.width = `${(domain.to - domain.from) / scale}px`
      content.style.left = `${contentPx(domain, laid.current)}px`
    },
    [domain],
  )

  const place = useCallback(
    (layer: HTMLElement) => {
      const scale = laid.current.msPerPx / msPerPx()
      const leftPx = contentPx(domain, laid.current)
      const beginPx = (domain.from - view.current.from) / msPerPx()
      // Whole pixels are copied; between them each is mixed from its neighbours, which takes a processor far longer.
      layer.style.transform =
        scale === 1
          ? `translateX(${Math.round(beginPx) - leftPx}px)`
          : `translateX(${beginPx - leftPx * scale}px) scaleX(${scale})`
    },
    [domain, msPerPx],
  )

  const placeAll = useCallback(() => {
    const at = { ...view.current, msPerPx: msPerPx() }
    for (const layer of layers.current) place(layer)
    for (const listener of listeners.current) listener(at)
  }, [place, msPerPx])

  const layOutAll = useCallback(
    (next: Drawn) => {
      laid.current = next
      for (const layer of layers.current) layOut(layer)
      placeAll()
    },
    [layOut, placeAll],
  )

  const draw = useCallback(() => {
    frame.current = 0
    const scale = msPerPx()
    const isRescaled = scale !== laid.current.msPerPx && !isStretching.current
    if (isRescaled) layOutAll({ ...laid.current, msPerPx: scale })
    else placeAll()
    const range = drawnRange(view.current, wanted.current)
    if (range === wanted.current && (isStretching.current || scale === wanted.current.msPerPx)) return
    const next = { from: range.from, to: range.to, msPerPx: scale }
    wanted.current = next
    if (isStretching.current || !isRescaled) startTransition(() => setDrawn(next))
    else setDrawn(next)
  }, [layOutAll, placeAll, msPerPx])

  // With the bars of the new stretch, not before: layers are painted anew for it.
  useLayoutEffect(() => {
    if (drawn !== laid.current) layOutAll({ ...drawn, msPerPx: msPerPx() })
  }, [drawn, layOutAll, msPerPx])

  const change = useCallback(
    (next: TimeView, stretches = false) => {
      view.current = next
      if (stretches) isStretching.current = true
      frame.current ||= requestAnimationFrame(draw)
      clearTimeout(settle.current)
      settle.current = setTimeout(() => {
        isStretching.current = false
        draw()
        onSettled.current(view.current)
      }, SETTLE_MS)
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
      layOut(layer)
      place(layer)
      return () => {
        layers.current.delete(layer)
      }
    },
    [layOut, place],
  )

  return useMemo(() => {
    const pan = (ms: number) => change(panView(view.current, ms, domain))
    return {
      trackRef,
      layerRef,
      drawn,
      current: () => view.current,
      follow: (listener) => {
        listeners.current.add(listener)
        listener({ ...view.current, msPerPx: msPerPx() })
        return () => {
          listeners.current.delete(listener)
        }
      },
      pan,
      panPx: (px: number) => pan(px * msPerPx()),
      zoom: (factor: number, ratio = 0.5) => change(zoomView(view.current, factor, ratio, domain)),
      stretch: (factor: number, ratio: number) => change(zoomView(view.current, factor, ratio, domain), true),
      show: (next: TimeView) => change(boundView(next, domain)),
    }
  }, [trackRef, layerRef, drawn, msPerPx, change, domain])
}

/** Where the domain begins in a layer that is laid out for this. */
function contentPx({ from }: TimeDomain, laid: Drawn): number {
  return Math.round((from - laid.from) / laid.msPerPx)
}
