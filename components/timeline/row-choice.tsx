'use client'

import { Settings2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '@/components/messages/use-text'
import { ROW_ORDERS, type RowChoice } from '@/components/timeline/timeline-rows'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { READINESS_STATES } from '@/lib/contract/enumerations'

type Choice = Pick<RowChoice, 'order' | 'state' | 'model'> & { hideEmpty: boolean }
type RowChoiceProps = { choice: Choice; models: readonly string[]; onChange: (part: Partial<Choice>) => void }

/** Which rows the timeline shows, and in which order. */
export function RowChoiceButton({ choice, models, onChange }: RowChoiceProps) {
  const text = useText()
  const hideId = useId()
  const [open, setOpen] = useState(false)
  const chosen = [choice.order !== 'name', choice.state, choice.model, choice.hideEmpty].filter(Boolean).length
  return (
    <>
      <Button tone={chosen > 0 ? undefined : 'quiet'} onClick={() => setOpen(true)}>
        <Settings2 aria-hidden />
        {chosen > 0 ? text('timeline.rowsChosen', { count: chosen }) : text('timeline.rows')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={text('timeline.rows')}>
        <div className="flex flex-col gap-4">
          <Field label={text('timeline.order')}>
            <Select
              value={choice.order}
              onChange={(event) => onChange({ order: ROW_ORDERS.find((one) => one === event.target.value) ?? 'name' })}
            >
              {ROW_ORDERS.map((order) => (
                <option key={order} value={order}>
                  {text(`timeline.order.${order}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={text('readiness.columns.state')}>
            <Select
              value={choice.state ?? ''}
              onChange={(event) =>
                onChange({ state: READINESS_STATES.find((one) => one === event.target.value) ?? null })
              }
            >
              <option value="">{text('timeline.all')}</option>
              {READINESS_STATES.map((state) => (
                <option key={state} value={state}>
                  {text(`state.${state}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={text('timeline.model')}>
            <Select value={choice.model ?? ''} onChange={(event) => onChange({ model: event.target.value || null })}>
              <option value="">{text('timeline.all')}</option>
              {models.map((model) => (
                <option key={model} value={model}>
                  {model}
                </option>
              ))}
            </Select>
          </Field>
          <div className="flex items-center justify-between gap-3 text-sm">
            <label htmlFor={hideId}>{text('timeline.hideEmpty')}</label>
            <Switch id={hideId} checked={choice.hideEmpty} onCheckedChange={(hideEmpty) => onChange({ hideEmpty })} />
          </div>
        </div>
      </Dialog>
    </>
  )
}
