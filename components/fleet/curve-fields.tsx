'use client'

import { Plus, Trash2 } from 'lucide-react'
import { type CurveDraft, emptyPoint } from '@/components/fleet/curve-draft'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'

type CurveFieldsProps = {
  curve: CurveDraft
  faults: Readonly<Record<string, string>>
  onChange: (curve: CurveDraft) => void
}

/** The points of a vehicle's charging curve: the most power that its battery takes at a charge. */
export function CurveFields({ curve, faults, onChange }: CurveFieldsProps) {
  const text = useText()
  const fault = Object.entries(faults).find(([path]) => path.startsWith('chargingCurve'))?.[1]
  const replace = (key: number, change: { soc?: string; powerkW?: string }) =>
    onChange(curve.map((point) => (point.key === key ? { ...point, ...change } : point)))
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="mb-1 font-medium text-sm">{text('vehicleForm.chargingCurve')}</legend>
      <p className="mb-2 text-pretty text-ink-3 text-sm">{text('vehicleForm.chargingCurveHint')}</p>
      <ul className="flex flex-col gap-2">
        {curve.map((point, index) => (
          <li key={point.key} className="flex items-center gap-2 text-sm">
            <Input
              inputMode="decimal"
              className="w-20"
              aria-label={text('vehicleForm.curveSoc', { number: index + 1 })}
              value={point.soc}
              onChange={(event) => replace(point.key, { soc: event.target.value })}
            />
            %
            <Input
              inputMode="decimal"
              className="w-24"
              aria-label={text('vehicleForm.curvePower', { number: index + 1 })}
              value={point.powerkW}
              onChange={(event) => replace(point.key, { powerkW: event.target.value })}
            />
            {text('unit.kw')}
            <Button
              tone="quiet"
              size="icon"
              aria-label={text('vehicleForm.removePoint', { number: index + 1 })}
              onClick={() => onChange(curve.filter(({ key }) => key !== point.key))}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {fault && (
        <p role="alert" className="mt-2 text-critical text-sm">
          {fault}
        </p>
      )}
      <Button size="small" className="mt-2" onClick={() => onChange([...curve, emptyPoint()])}>
        <Plus aria-hidden />
        {text('vehicleForm.addPoint')}
      </Button>
    </fieldset>
  )
}
