'use client'

import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'

const boxStyle = 'relative z-10 size-4 shrink-0 cursor-pointer accent-(--accent)'

/** Chooses one row; `onPress` is told whether those from the box before are meant too. A finger need not hit the box itself. */
export function ChooseRow(props: { name: string; chosen: boolean; onPress: (isRange: boolean) => void }) {
  const text = useText()
  return (
    <label className="relative z-10 -m-3.5 grid size-11 shrink-0 cursor-pointer place-items-center">
      <input
        type="checkbox"
        className={boxStyle}
        aria-label={text('bulk.choose', { vehicle: props.name })}
        checked={props.chosen}
        onChange={({ nativeEvent }) => props.onPress(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  )
}

type ChooseAllProps = { all: number; chosen: number; onPress: () => void; className?: string }

/** Chooses all rows that are shown, or none. */
export function ChooseAll({ all, chosen, onPress, className }: ChooseAllProps) {
  const text = useText()
  return (
    <input
      type="checkbox"
      className={classes(boxStyle, className)}
      aria-label={text('bulk.chooseAll')}
      checked={chosen > 0 && chosen === all}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < all
      }}
      onChange={onPress}
    />
  )
}

/** How many are chosen, and what can be done with them. */
export function ChosenBar({ count, onChange, onClear }: { count: number; onChange: () => void; onClear: () => void }) {
  const text = useText()
  return (
    <div className="flex shrink-0 items-center gap-2">
      <span role="status" className="text-ink-2 text-sm max-md:mr-auto">
        {text('bulk.chosen', { count })}
      </span>
      <Button size="small" tone="primary" onClick={onChange}>
        {text('bulk.change')}
      </Button>
      <Button size="small" tone="quiet" onClick={onClear}>
        {text('bulk.clear')}
      </Button>
    </div>
  )
}
