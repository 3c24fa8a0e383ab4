import { z } from 'zod'
import { PHASES } from '@/lib/contract/plan'
import { described, EpochMs, Id, Priority, Soc, Timestamp, text } from '@/lib/contract/primitives'

const kw = z.number()
const minutes = z.number()
const stretch = described(
  { from: EpochMs, to: EpochMs },
  { from: 'When the segment begins, in epoch milliseconds.', to: 'When the segment ends, in epoch milliseconds.' },
)
const REASON = {
  code: 'Why the segment is as it is.',
  targetSoc: 'The target that is reached, in percent.',
  powerKw: 'Power at the vehicle, in kW.',
  at: 'When it goes on, in epoch milliseconds.',
  until: 'When that ends, in epoch milliseconds.',
  pricePerKwh: 'The lower price that it waits for, in the tariff’s currency.',
  insteadOfPerKwh: 'The price now, in the tariff’s currency.',
  limitKw: 'The limit of the site, in kW.',
  unscheduledKw: 'What vehicles without a schedule draw of that limit, in kW; absent where it is nothing.',
  peakKw: 'The peak of the site that is not to be passed, in kW.',
  tag: 'The phase of charging whose ideal power holds.',
}
const describedReason = <T extends z.ZodRawShape>(shape: T): T =>
  described(shape, REASON as unknown as { readonly [K in keyof T]: string })
const reason = <const C extends string, T extends z.ZodRawShape>(code: C, shape: T) =>
  z.object({ ...stretch, ...describedReason({ code: z.literal(code), ...shape }) })

/**
 * Why a segment of a plan is as it is: a code with its numbers. `from` and `to` are the segment's; times are epoch ms as
 * in `plan`, powers kW, prices per kWh in the tariff's currency. Source: the planner's `SegmentReason`.
 */
export const SegmentReason = z
  .discriminatedUnion('code', [
    reason('ready', { targetSoc: Soc }),
    reason('preconditions', { powerKw: kw }),
    reason('keeps-free-for-preconditioning', {}),
    reason('charges-at-full-power', { powerKw: kw }),
    reason('waits-for-cheaper', { at: EpochMs, pricePerKwh: z.number(), insteadOfPerKwh: z.number() }),
    reason('waits-at-limit', { limitKw: kw, unscheduledKw: kw.optional(), until: EpochMs }),
    reason('waits-at-peak', { peakKw: kw, until: EpochMs }),
    reason('waits-for-its-block', { at: EpochMs }),
    reason('waits-with-time-to-spare', { at: EpochMs }),
    reason('waits-without-room', {}),
    reason('held-at-limit', { powerKw: kw, limitKw: kw, unscheduledKw: kw.optional() }),
    reason('held-at-peak', { powerKw: kw, peakKw: kw }),
    reason('held-by-ideal', { powerKw: kw, tag: z.enum(PHASES) }),
    reason('held-by-setting', { powerKw: kw }),
    reason('held-with-time-to-spare', { powerKw: kw }),
    reason('charger-not-steerable', { powerKw: kw }),
    reason('charger-offline', { powerKw: kw }),
  ])
  .meta({
    id: 'SegmentReason',
    description:
      'Why a segment is as it is. `waits-…`: it draws nothing although it could; `at` is when it goes on, `until` when the segment ends. `held-…`: it draws less than it could. `charger-…`: no plan reaches it, so this is an estimate of what it draws (at full power where its charger follows no limits, as it was told last where the charger is offline). `from`, `to`, `at`, `until` are epoch ms, powers kW at the vehicle, `limitKw` and `peakKw` kW at the site, prices per kWh in the tariff’s currency.',
  })
export type SegmentReason = z.infer<typeof SegmentReason>

export const SHORTFALL_CAUSES = [
  'cannot-charge',
  'stay-too-short',
  'started-too-late',
  'charging-curve',
  'site-limit',
] as const

/** Energy missing at the departure, and why. What is needed and available is at the vehicle's own power. */
export const Shortfall = z
  .object(
    described(
      {
        cause: z.enum(SHORTFALL_CAUSES),
        missingKwh: z.number(),
        missingPoints: z.number(),
        endSoc: Soc,
        targetSoc: Soc,
        missedMinimumSoc: Soc.optional(),
        neededMinutes: minutes,
        availableMinutes: minutes,
      },
      {
        cause: 'What binds.',
        missingKwh: 'Energy that is missing at the departure, in kWh.',
        missingPoints: 'The same in points of SoC.',
        endSoc: 'State of charge at the departure, in percent.',
        targetSoc: 'The target, in percent.',
        missedMinimumSoc: 'The minimum that is missed, in percent; absent where it is reached.',
        neededMinutes: 'Time to the target at full power, in minutes.',
        availableMinutes: 'Time until the departure, its margin included, in minutes.',
      },
    ),
  )
  .meta({
    id: 'Shortfall',
    description:
      'What is missing at the departure, and what binds: `cannot-charge` (no power is allowed), `stay-too-short` (even full power all the time would not do), `started-too-late` (the stay was long enough, but time went by), `charging-curve` (at its maximum it would be ready, but its battery takes less as it fills), `site-limit` (others and the limit). `neededMinutes` at full power, `availableMinutes` until the departure, its margin included.',
  })
export type Shortfall = z.infer<typeof Shortfall>

/**
 * What the planner has to say about its plan. `slack`: minutes left over at full power before the departure margin, below
 * 0 where the stay is too short or needs its margin, left out where no power is allowed. `reasons`: one a segment of `plan.segments`, in the same order.
 */
export const Explanation = z
  .object(
    described(
      {
        slack: z.object(
          described(
            { targetMinutes: minutes.optional(), minimumMinutes: minutes.optional() },
            { targetMinutes: 'To the target, in minutes.', minimumMinutes: 'To the minimum SoC, in minutes.' },
          ),
        ),
        shortfall: Shortfall.optional(),
        reasons: z.array(SegmentReason),
      },
      {
        slack: 'Time that full power would leave over before the departure margin.',
        shortfall: 'What is missing at the departure; absent where the target is reached.',
        reasons: 'A reason for each of the plan’s segments, in the same order.',
      },
    ),
  )
  .meta({
    id: 'Explanation',
    description:
      'What the planner says of its own plan, read-only. `reasons` has one for each of `plan.segments`, in the same order. `slack` is the time in minutes that full power leaves over before the departure margin, to the target and to the minimum SoC, when the plan was made (`planMeta.timestamp`); below 0 the stay is too short, or needs its margin; left out where no power is allowed. The readiness board leaves `reasons` empty.',
  })
export type Explanation = z.infer<typeof Explanation>

const LIMIT = { from: 'When it begins.', to: 'When it ends.', powerkW: 'The limit in that time, in kW.' }
const KIND = 'Which change it is.'

/** One change that would end a shortfall, by the call that applies it. */
export const Fix = z
  .discriminatedUnion('kind', [
    z.object(
      described(
        {
          kind: z.literal('swap'),
          scheduleId: text(100),
          evId: Id,
          plannedDepartureTime: Timestamp,
          targetSoC: Soc,
          blockId: text().optional(),
        },
        {
          kind: KIND,
          scheduleId: 'The schedule to swap with.',
          evId: 'Its vehicle, which takes over this schedule’s departure, target, minimum, priority and block.',
          plannedDepartureTime: 'Its departure, at which this vehicle leaves instead.',
          targetSoC: 'Its target, in percent, which this vehicle charges to instead.',
          blockId: 'Its duty, where it has one, which this vehicle takes over.',
        },
      ),
    ),
    z.object(
      described(
        {
          kind: z.literal('raise-limit'),
          byKw: kw,
          from: Timestamp,
          to: Timestamp,
          /** The location's `powerLimits` with this fix, past dates left out: what to PATCH the location with. */
          powerLimits: z.object({
            dates: z
              .array(z.object(described({ from: Timestamp, to: Timestamp, powerkW: kw }, LIMIT)))
              .describe('The limits.'),
          }),
        },
        {
          kind: 'Which change it is.',
          byKw: 'By how much the limit is raised, in kW.',
          from: 'When the higher limit begins.',
          to: 'When the higher limit ends.',
          powerLimits: 'The location’s limits with this fix, past dates left out: what to PATCH the location with.',
        },
      ),
    ),
    z.object(
      described(
        { kind: z.literal('lower-target'), targetSoc: Soc, minimumSoC: Soc.optional() },
        {
          kind: KIND,
          targetSoc: 'The lower target, in percent.',
          minimumSoC:
            'The minimum, in percent, that is lowered with the target; absent where the target stays above it.',
        },
      ),
    ),
    z.object(
      described(
        { kind: z.literal('later-departure'), byMinutes: minutes, to: Timestamp },
        { kind: KIND, byMinutes: 'How much later it leaves, in minutes.', to: 'The later departure.' },
      ),
    ),
    z.object(
      described(
        {
          kind: z.literal('higher-priority'),
          priority: Priority,
          costs: z.array(
            z.object(
              described(
                { scheduleId: text(100), evId: Id, points: z.number() },
                {
                  scheduleId: 'The other schedule.',
                  evId: 'Its vehicle.',
                  points: 'How many points of SoC it loses.',
                },
              ),
            ),
          ),
        },
        { kind: KIND, priority: 'The higher priority.', costs: 'The schedules that lose by it.' },
      ),
    ),
  ])
  .meta({
    id: 'Fix',
    description:
      'One change that ends the shortfall. `swap`: another vehicle of the depot takes over the duty and this one takes its, and both leave with their targets and nobody with less: POST /schedules/swap with both ids. `raise-limit`: PATCH the location with `powerLimits` as it is here (it keeps the other dates; send If-Match). `lower-target`: PATCH the schedule’s `targetSoC`, and its `minimumSoC` where the fix has one: the shortfall is then accepted. `later-departure`: its `plannedDepartureTime`, to `to`. `higher-priority`: its `priority`; `costs` says whom that takes how many SoC points.',
  })
export type Fix = z.infer<typeof Fix>

/** The smallest fix of each kind, each proven by planning again. `incomplete`: the search took too long and was ended. */
export const ScheduleFixes = z
  .object(
    described(
      { shortfall: Shortfall.optional(), fixes: z.array(Fix), incomplete: z.boolean().optional() },
      {
        shortfall: 'What is missing; absent where the target is reached.',
        fixes: 'The smallest fix of each kind.',
        incomplete: 'True: the search was ended before every kind was tried.',
      },
    ),
  )
  .meta({
    id: 'ScheduleFixes',
    description:
      'The smallest fix of each kind, each proven by planning with it. `incomplete`: the search took too long and was ended, so there may be others.',
  })
export type ScheduleFixes = z.infer<typeof ScheduleFixes>
