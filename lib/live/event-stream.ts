import type { ChangeHub } from '@/lib/live/hub'

const COMMENT_EVERY_MS = 15_000
const CHECK_EVERY_MS = 7_000
/** Who does not read is not waited for: so many events lie unread at most. */
const MOST_UNREAD = 100

type Options = {
  hub: ChangeHub
  locationUid: string
  /** Whether the caller may still listen; asked every few seconds. */
  mayListen: () => Promise<boolean>
}

/**
 * The changes of a location as Server-Sent Events, until the reader goes, may not listen any more, or does not read.
 * @returns null when too many listen already
 */
export function eventStream({ hub, locationUid, mayListen }: Options): Response | null {
  let stop: (() => void) | null = null
  let end = () => {}
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false
        const write = (text: string) => {
          if (isOver) return
          if ((controller.desiredSize ?? 0) < 0) end()
          else controller.enqueue(encoder.encode(text))
        }
        const comments = setInterval(() => write(': still here\n\n'), COMMENT_EVERY_MS)
        const checks = setInterval(async () => {
          if (!(await mayListen().catch(() => true))) end()
        }, CHECK_EVERY_MS)
        end = () => {
          if (isOver) return
          isOver = true
          clearInterval(comments)
          clearInterval(checks)
          stop?.()
          try {
            controller.close()
          } catch {
            // The reader has gone, and the stream with it.
          }
        }
        write('retry: 2000\n\n')
        stop = hub.listen(
          locationUid,
          (event, revision) => write(`event: ${event}\ndata: ${JSON.stringify({ revision })}\n\n`),
          () => end(),
        )
        if (stop === null) end()
      },
      cancel: () => end(),
    },
    { highWaterMark: MOST_UNREAD },
  )
  if (stop === null) return null
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
