const RULES = 50
const VEHICLES = 500

const stay = (from: number, recurrenceRule: string) => ({
  locationUid: 'bench',
  plannedArrivalTime: new Date(from).toISOString(),
  plannedDepartureTime: new Date(from + 600_000).toISOString(),
  targetSoC: 90,
  recurrenceRule,
})

/** In place of all that a vehicle has, 50 rules that count their occurrences since 1972, each of other days: the costliest that one call can send. */
export function monthlyRules(): object {
  const schedules = Array.from({ length: RULES }, (_, index) =>
    stay(Date.UTC(1972, 0, 1 + (index % 28), Math.floor(index / 28), 1), `FREQ=MONTHLY;COUNT=${5_000 + index}`),
  )
  return { replaceFutureSchedules: true, schedules }
}

/** A batch in which every vehicle has 50 rules that no other has, and nothing else any more. */
export function batchOfRules(): object {
  const vehicles = Array.from({ length: VEHICLES }, (_, vehicle) => ({
    vehicleId: `bus-${vehicle + 1}`,
    replaceFutureSchedules: true,
    schedules: Array.from({ length: RULES }, (_, index) =>
      stay(
        Date.UTC(2026, 0, 1) + index * 1_200_000 + vehicle * 1_000,
        `FREQ=DAILY;COUNT=${20_000 + vehicle * RULES + index}`,
      ),
    ),
  }))
  return { vehicles }
}
