/** What people call an evse: its parking place, else its station with its number where there are several. */
export function placeName(
  station: { id: string; name?: string; evses: readonly unknown[] },
  evse: { evseId: number | string; parkingPlace?: string },
): string {
  const name = station.name ?? station.id
  return evse.parkingPlace ?? (station.evses.length > 1 && evse.evseId !== '' ? `${name} / ${evse.evseId}` : name)
}
