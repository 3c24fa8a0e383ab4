/**
 * What taking turns is tuned by, in one place: shares and times that the played nights (`bench/night`) and the planner's benchmark
 * were tried with. None of them decides which vehicle is ready: a plan that is over a hundredth worse than
 * the exact one is not taken.
 */

/**
 * With how many seconds to spare a stay's time is tight, and whether time is left for what the steps of a falling curve take longer than
 * the curve itself.
 */
export type Spare = { tightS: number; isForSteps: boolean }

export const ample: Spare = { tightS: 1800, isForSteps: false }
/** Where ample spare time leaves somebody short: those whose time is tight then begin later and end in time. */
const bare: Spare = { tightS: 300, isForSteps: true }

/** A way to take turns that is tried. */
export type Try = { cap: number; more: number; worth: number; spare: Spare }

/**
 * What is tried, in order. `cap`: a cap as a share of the peak that is set anyway: the flow under curves is no exact optimum, and
 * turns may find a lower one; above 1 it stays within the hundredth that charging early and steadily may cost. `more`: how much
 * more may be charged in each time of one price, as a share of all energy, for turns do not end where prices change. `worth`: from
 * what share of its maximum on power is worth beginning with: the less, the fuller the cap and the more changes.
 */
export const tries: readonly Try[] = [
  { cap: 0.95, more: 0.01, worth: 0.08, spare: ample },
  { cap: 0.98, more: 0.01, worth: 0.08, spare: ample },
  { cap: 1.009, more: 0.01, worth: 0.15, spare: ample },
  { cap: 1.009, more: 0.01, worth: 0.15, spare: bare },
  { cap: 1.009, more: 0.004, worth: 0.15, spare: ample },
  { cap: 1.009, more: 0.01, worth: 0.05, spare: ample },
]

/** What leaves least room unused: so is tried what not all can do by turns. */
export const fullest: Try = { cap: 1.009, more: 0.01, worth: 0.05, spare: ample }

/** How the beginning of a plan is tried by turns that leave somebody short later, and how long a beginning, in seconds. */
export const beginning = { as: { cap: 1, more: 0.01, worth: 0.08, spare: ample }, seconds: [3600, 1200] }
/** So many stays at most keep what they were given while the others take turns. */
export const mostLeft = 5

/** With more stays than this, taking turns takes longer than the plan itself. */
export const mostStays = 300

/**
 * A stay is in a hurry when its full power needs all of its time but the ready buffer, this share and so many seconds; it is late when
 * its full power needs all but the second share and seconds. In a hurry it waits for no cheaper time, and takes less power than it
 * could: a quarter and 15 minutes leave room for a battery that takes less than is known. With half an hour to spare its time is tight: it
 * comes before all others, for what is lost on the way, and a charger that gives less, take that much. Late it follows its curve in
 * short steps: a plan that begins a minute later would leave it short.
 */
export const hurried = { share: 0.25, seconds: 900 }
export const tight = { share: 0.05 }
export const late = { share: 0.05, seconds: 60 }

/**
 * One that would be done in so many seconds comes before others that wait: left for its last minutes, it takes a stop and a start more,
 * and misses by a little where it leaves early or its charger fails.
 */
export const nearlyDoneS = 1500

/** In a hurry, power from this share of the maximum on is worth beginning with: a change costs less than being late. */
export const hurriedShare = 0.03
/** Power that is less by no more than this is as good, in a hurry too: a charger's meter is as exact. */
export const sameShare = 0.97
/** Nobody begins for less than this, in hours: ten minutes, two changes. */
export const worthHours = 1 / 6

/** A curve is looked at in steps of so many SoC points: readings are whole points. */
export const lookPoints = 0.5
/**
 * Where the curve falls, a power is held for so many points, or for fewer where the stay has no time to spare: held for long it
 * is the least that the curve gives on the way, which takes longer.
 */
export const longPoints = 8
export const shortPoints = 2
/** A power that the curve ends sooner than this is not begun. */
export const leastPoints = 2
