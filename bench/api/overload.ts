import { setTimeout as sleep } from 'node:timers/promises'

/** How a crowd of calls was answered. */
export type Crowd = {
  statuses: Record<string, number>
  /** Of those that were answered. */
  medianMs: number
  slowestMs: number
  unanswered: number
}

type Call = { path: string; token: string }

/** So long a caller waits for an answer. */
const PATIENCE_MS = 30_000

/** Sends all calls at once, and says how they were answered. */
export async function sendCrowd(url: string, calls: readonly Call[]): Promise<Crowd> {
  const answers = await Promise.all(calls.map((call) => timed(url, call)))
  return crowdOf(answers)
}

/** Calls one after another, with a pause between them, until `ends`: what somebody else sees meanwhile. */
export async function readMeanwhile(url: string, call: Call, ends: Promise<unknown>): Promise<Crowd> {
  const answers: Timed[] = []
  let over = false
  void ends.finally(() => {
    over = true
  })
  while (!over) {
    answers.push(await timed(url, call))
    await sleep(50)
  }
  return crowdOf(answers)
}

type Timed = { status: number | null; ms: number }

async function timed(url: string, { path, token }: Call): Promise<Timed> {
  const started = performance.now()
  const status = await fetch(`${url}/api${path}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
    .then(async (response) => {
      await response.arrayBuffer()
      return response.status
    })
    .catch(() => null)
  return { status, ms: performance.now() - started }
}

function crowdOf(answers: readonly Timed[]): Crowd {
  const times = answers.flatMap(({ status, ms }) => (status === null ? [] : [ms])).sort((a, b) => a - b)
  const statuses: Record<string, number> = {}
  for (const { status } of answers) if (status !== null) statuses[status] = (statuses[status] ?? 0) + 1
  return {
    statuses,
    medianMs: times[times.length >> 1] ?? Number.NaN,
    slowestMs: times.at(-1) ?? Number.NaN,
    unanswered: answers.length - times.length,
  }
}
