/** A vehicle that is connected right now. Instants epoch ms, power kW at the vehicle. */
export type Connection = {
  /** null: a stranger. Its MAC address belongs to no known vehicle, or it has said none. */
  vehicleKey: number | null
  macAddress: string | null
  stationId: string | null
  evseId: string | null
  connectorId: string | null
  connectedAt: number
  charging: boolean
  /** The last power that was reported and is believed; null: none was. */
  powerKw: number | null
  reportsMeter: boolean
  lastEventAt: number
}
