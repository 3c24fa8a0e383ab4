'use client'

import type { ReactNode } from 'react'
import { curveWords, FIELD_LABELS, numberWithUnit } from '@/components/fleet/vehicle-format'
import type { Reading } from '@/components/format/instant-format'
import { timeAgo } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { useText } from '@/components/messages/use-text'
import { Facts, Panel, PanelHeader } from '@/components/ui/panel'
import type { Vehicle } from '@/lib/contract/vehicle'

type VehicleFactsProps = { vehicle: Vehicle; depotName: (uid: string) => string; now: number; reading: Reading }
type Fact = { name: string; value: ReactNode }

/** What a vehicle is: its own attributes, its ports, what it last said of itself. */
export function VehicleFacts({ vehicle, depotName, now, reading }: VehicleFactsProps) {
  const text = useText()
  const { locale } = reading
  const quantity = (name: 'fullChargeEnergykWh' | 'consumption', value: number | undefined): Fact => ({
    name: text(FIELD_LABELS[name]),
    value: value === undefined ? text('unknown') : numberWithUnit(name, value, { text, locale }),
  })
  const some = (name: string, value: string | undefined): Fact[] => (value ? [{ name, value }] : [])
  return (
    <Panel>
      <PanelHeader title={text('vehicle.facts')} />
      <Facts
        className="px-5 py-4"
        facts={[
          quantity('fullChargeEnergykWh', vehicle.fullChargeEnergykWh),
          { name: text('vehicle.power'), value: powerWords(vehicle, reading) },
          ...(vehicle.chargingCurve
            ? [{ name: text('vehicleForm.chargingCurve'), value: curveWords(vehicle.chargingCurve, reading) }]
            : []),
          quantity('consumption', vehicle.consumption),
          {
            name: text('vehicle.pauses'),
            value: text(vehicle.supportsPauseResume ? 'vehicle.pausesYes' : 'vehicle.pausesNo'),
          },
          ...preconditioningFacts(vehicle, reading),
          {
            name: text('vehicle.depots'),
            value: vehicle.locationUid?.map(depotName).join(', ') ?? text('vehicle.noDepot'),
          },
          ...some(text('vehicleForm.vin'), vehicle.vin),
          ...some(text('vehicleForm.tokens'), vehicle.tokens?.join(', ')),
          { name: text('vehicle.id'), value: vehicle.id },
          ...messageFacts(vehicle, now, reading),
        ]}
      />
      {vehicle.notes && (
        <p className="whitespace-pre-wrap break-words border-line border-t px-5 py-4 text-ink-2 text-sm">
          {vehicle.notes}
        </p>
      )}
    </Panel>
  )
}

function powerWords({ minChargePowerkW, maxChargePowerkW }: Vehicle, { text, locale }: Reading): string {
  if (maxChargePowerkW === undefined) return text('unknown')
  if (minChargePowerkW === 0) return numberWithUnit('maxChargePowerkW', maxChargePowerkW, { text, locale })
  const words = (value: number) => numberWords(value, locale, Number.isInteger(value) ? 0 : 1)
  return text('vehicle.powerRange', { min: words(minChargePowerkW), max: words(maxChargePowerkW) })
}

function preconditioningFacts({ v2icpParameters, preconditioning }: Vehicle, { text, locale }: Reading): Fact[] {
  if (!v2icpParameters?.preconditioning) return []
  const fields = [
    'vehiclePreconditioningEnergykWh',
    'vehiclePreconditioningTimeMs',
    'batteryPreconditioningTimeMs',
  ] as const
  const mode = v2icpParameters.interiorHvac
  const values = fields.flatMap((field) => {
    const value = preconditioning?.[field]
    if (value === undefined) return []
    const name = `preconditioning.${field}` as const
    return [{ name: text(FIELD_LABELS[name]), value: numberWithUnit(name, value, { text, locale }) }]
  })
  const interior = text(mode ? `vehicleForm.hvac.${mode}` : 'fleet.on')
  return [{ name: text('vehicleForm.preconditioning'), value: interior }, ...values]
}

function messageFacts({ v2icp }: Vehicle, now: number, { text, locale }: Reading): Fact[] {
  if (!v2icp?.timestamp) return []
  const { odometer } = v2icp
  return [
    { name: text('vehicle.message'), value: timeAgo(Date.parse(v2icp.timestamp), now, { text }) },
    ...(odometer === undefined
      ? []
      : [{ name: text('vehicle.odometer'), value: `${numberWords(odometer, locale)} ${text('unit.km')}` }]),
  ]
}

/** The ports that a vehicle is recognised by. */
export function VehiclePorts({ vehicle }: { vehicle: Vehicle }) {
  const text = useText()
  return (
    <Panel>
      <PanelHeader title={text('vehicle.ports')} />
      {vehicle.chargingPorts.length === 0 ? (
        <p className="px-5 py-4 text-ink-2 text-sm">{text('vehicle.noPorts')}</p>
      ) : (
        <ul className="divide-y divide-line px-5 py-1.5">
          {vehicle.chargingPorts.map(({ macAddress, type, inactive }) => (
            <li key={macAddress} className="flex flex-wrap items-baseline gap-x-3 py-2 text-sm">
              <span className={inactive ? 'text-ink-3 line-through' : 'font-medium'}>{macAddress}</span>
              <span className="text-ink-2">{type}</span>
              {inactive && <span className="text-ink-3">{text('vehicleForm.inactive')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
