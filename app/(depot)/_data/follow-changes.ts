/** What a depot's stream tells of; `resync`: something may have been missed. */
export const CHANGE_KINDS = [
  'resync',
  'plan',
  'schedules',
  'vehicles',
  'stations',
  'readiness',
  'settings',
  'alarms',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

type Told = { kind: ChangeKind } | { isLive: boolean }

/** What a tab that joins says to the others: the one that holds the stream answers at once. */
const IS_LIVE = 'is-live?'

const BEAT_MS = 3_000
/** Without a beat for so long the tab that held the stream has gone. A hidden tab's timers run once a minute. */
const SILENT_MS = 75_000
/** A browser gives a stream up for good when the answer was not 200: a server that restarts, or a caller too many. */
const REOPEN_MS = 10_000

/**
 * Follows the changes of a depot. A browser keeps one stream for all its tabs, because it opens but six to a server: the
 * tab that holds the lock reads it and tells the others. Without locks each tab has its own.
 * @param onLive whether changes are told of now
 * @returns how to stop
 */
export function followChanges(
  locationUid: string,
  onChange: (kind: ChangeKind) => void,
  onLive: (isLive: boolean) => void,
): () => void {
  if (typeof EventSource === 'undefined') return () => {}
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined')
    return openStream(locationUid, (told) => ('kind' in told ? onChange(told.kind) : onLive(told.isLive))).stop
  const name = `readyline-changes-${locationUid}`
  const channel = new BroadcastChannel(name)
  const ended = new AbortController()
  let lastBeat = 0
  const hear = (told: Told) => {
    if ('kind' in told) return onChange(told.kind)
    lastBeat = Date.now()
    onLive(told.isLive)
  }
  channel.onmessage = ({ data }: MessageEvent<Told | typeof IS_LIVE>) => data !== IS_LIVE && hear(data)
  channel.postMessage(IS_LIVE)
  const silence = setInterval(() => Date.now() - lastBeat > SILENT_MS && onLive(false), BEAT_MS)
  void navigator.locks
    .request(name, { signal: ended.signal }, () => holdStream(locationUid, channel, hear, ended.signal))
    .catch(() => {})
  return () => {
    ended.abort()
    clearInterval(silence)
    channel.close()
  }
}

/** Reads the stream for all tabs until this one stops. */
function holdStream(
  locationUid: string,
  channel: BroadcastChannel,
  hear: (told: Told) => void,
  ended: AbortSignal,
): Promise<void> {
  const tell = (told: Told) => {
    hear(told)
    if (!ended.aborted) channel.postMessage(told)
  }
  const { beat, stop } = openStream(locationUid, tell)
  channel.addEventListener('message', ({ data }) => data === IS_LIVE && beat())
  return new Promise((resolve) =>
    ended.addEventListener('abort', () => {
      stop()
      resolve()
    }),
  )
}

/** Opens the stream and tells what comes of it. `beat`: tells now whether it is there. */
function openStream(locationUid: string, tell: (told: Told) => void): { beat: () => void; stop: () => void } {
  let source: EventSource
  let reopening: ReturnType<typeof setTimeout> | undefined
  const beat = () => tell({ isLive: source.readyState === EventSource.OPEN })
  const open = () => {
    source = new EventSource(`/api/locations/${encodeURIComponent(locationUid)}/stream`)
    for (const kind of CHANGE_KINDS) source.addEventListener(kind, () => tell({ kind }))
    source.onopen = beat
    source.onerror = () => {
      beat()
      if (source.readyState !== EventSource.CLOSED) return
      clearTimeout(reopening)
      reopening = setTimeout(open, REOPEN_MS)
    }
  }
  open()
  const beats = setInterval(beat, BEAT_MS)
  const stop = () => {
    clearInterval(beats)
    clearTimeout(reopening)
    source.close()
  }
  return { beat, stop }
}
