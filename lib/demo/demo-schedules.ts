import type { PostedSchedule } from '@/lib/contract/schedule'
import { demoLocation } from '@/lib/demo/demo-location'
import { CANNOT_MAKE_IT, type DemoVehicle, type Duty, UNKNOWN_BATTERY } from '@/lib/demo/demo-vehicles'
import type { SeededRandom } from '@/lib/demo/seeded-random'
import { type Day, dayOfWall, weekdayOf } from '@/lib/time/calendar-day'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time/interval'
import { timeZone } from '@/lib/time/time-zone'

const clock = timeZone(demoLocation.timeZone)

/** The schedules reach this many days ahead. */
const DAYS_AHEAD = 7

const WEEKDAY_RULE = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'
const SATURDAY = 5

/** One stay of a duty: times of day in minutes (a departure above 24 h is the next morning), SoC in percent. */
type DemoStay = { arrival: number; departure: number; startSoC: number; targetSoC: number; minimumSoC: number }

/** `schedules` replace what a vehicle had; `tonight` then says with what SoC the night of its rule began that goes on. */
export type DemoSchedules = { schedules: PostedSchedule[]; tonight: PostedSchedule[] }

/** The schedules of one vehicle, around `now` (epoch ms): what has begun goes on, what is past is left out. */
export function demoSchedules(
  vehicle: DemoVehicle,
  now: number,
  locationUid: string,
  random: SeededRandom,
): DemoSchedules {
  if (vehicle.duty === 'guest') return { schedules: [guestStay(vehicle.id, now, locationUid)], tonight: [] }
  const today = dayOfWall(clock.toWall(now))
  const habits = habitsOf(vehicle.duty, random)
  const block = `${random.between(1, 9)}${random.between(0, 9)}/${vehicle.id.slice(-2)}`
  const toSchedule = (stay: DemoStay, day: Day) => posted(stay, day, { locationUid, blockId: block })
  if (vehicle.duty === 'weekdays') {
    const rules = habits.map((habit) => ({ ...toSchedule(habit, lastWeekday(today)), recurrenceRule: WEEKDAY_RULE }))
    const nights = [today - 1, today].filter((day) => weekdayOf(day) < SATURDAY)
    const begun = nights.flatMap((day) => habits.map((habit) => toSchedule(habit, day))).filter(goesOn(now))
    return { schedules: rules, tonight: begun.map((stay) => chargedSoFar(stay, now)) }
  }
  const days = Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => today - 1 + index)
  const stays = days.flatMap((day) => habits.map((habit) => toSchedule(varied(habit, random), day)))
  const coming = stays.filter(({ plannedDepartureTime }) => plannedDepartureTime > now)
  return { schedules: coming.map((stay) => chargedSoFar(stay, now)), tonight: [] }
}

function goesOn(now: number) {
  return ({ plannedArrivalTime, plannedDepartureTime }: PostedSchedule) =>
    plannedArrivalTime <= now && now < plannedDepartureTime
}

/** When a vehicle of this duty is home, before the small differences from day to day. */
function habitsOf(duty: Exclude<Duty, 'guest'>, random: SeededRandom): DemoStay[] {
  const night = {
    arrival: random.between(17 * 60 + 30, 23 * 60),
    departure: 24 * 60 + random.between(4 * 60 + 15, 7 * 60),
    startSoC: random.between(22, 45),
    targetSoC: 90,
    minimumSoC: random.between(55, 75),
  }
  if (duty === 'overnight' || duty === 'weekdays') return [night]
  const day = { targetSoC: 85, minimumSoC: 50, startSoC: random.between(35, 58) }
  if (duty === 'nights') {
    return [{ ...day, arrival: random.between(6 * 60, 8 * 60), departure: random.between(17 * 60, 21 * 60 + 30) }]
  }
  const midday = { arrival: random.between(9 * 60, 10 * 60), departure: random.between(13 * 60, 15 * 60) }
  return [
    { ...day, ...midday },
    { ...night, arrival: random.between(19 * 60, 21 * 60) },
  ]
}

function varied(stay: DemoStay, random: SeededRandom): DemoStay {
  return {
    ...stay,
    arrival: stay.arrival + random.between(-12, 12),
    startSoC: stay.startSoC + random.between(-5, 5),
  }
}

type Dated = PostedSchedule & { startSoC: number; targetSoC: number }

function posted(
  { arrival, departure, ...socs }: DemoStay,
  day: Day,
  rest: { locationUid: string; blockId: string },
): Dated {
  const at = (minutes: number) => clock.toInstant(day * DAY_MS + minutes * MINUTE_MS)
  return { plannedArrivalTime: at(arrival), plannedDepartureTime: at(departure), ...socs, ...rest }
}

/** A vehicle that came before now has charged in the meantime, evenly over its stay. */
function chargedSoFar(stay: Dated, now: number): Dated {
  const length = stay.plannedDepartureTime - stay.plannedArrivalTime
  const share = Math.min(1, Math.max(0, (now - stay.plannedArrivalTime) / length))
  return { ...stay, startSoC: Math.round(stay.startSoC + share * (stay.targetSoC - stay.startSoC)) }
}

/** The last weekday before today, so that the night that is going on belongs to the rule. */
function lastWeekday(today: Day): Day {
  const days = [1, 2, 3].map((back) => today - back)
  return days.find((day) => weekdayOf(day) < SATURDAY) ?? today - 1
}

/** Buses that are here now for a part in the story, whatever the time of day. */
function guestStay(id: string, now: number, locationUid: string): PostedSchedule {
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS
  if (id === CANNOT_MAKE_IT) {
    return {
      locationUid,
      plannedArrivalTime: minute - 15 * MINUTE_MS,
      plannedDepartureTime: minute + 75 * MINUTE_MS,
      ...{ startSoC: 18, targetSoC: 90, minimumSoC: 80, priority: 1, blockId: '54/15' },
    }
  }
  const stay = { plannedArrivalTime: minute - 30 * MINUTE_MS, plannedDepartureTime: minute + 9 * HOUR_MS }
  return { locationUid, ...stay, startSoC: id === UNKNOWN_BATTERY ? 47 : 60, targetSoC: 90 }
}
