'use client'

import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'

const boxStyle = 'relative z-10 size-4 shrink-0 cursor-pointer accent-(--accent)'

/** Chooses one row; `onPress` is told whether those from the box before are meant too. */
export function ChooseRow(props: { name: string; chosen: boolean; onPress: (isRange: boolean) => void }) {
  const text = useText()
  return (
    <input
      type="checkbox"
      className={boxStyle}
      aria-label={text('bulk.choose', { vehicle: props.name })}
      checked={props.chosen}
      onChange={({ nativeEvent }) => props.onPress(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  )
}

/** Chooses all rows that are shown, or none. */
export function ChooseAll({ all, chosen, onPress }: { all: number; chosen: number; onPress: () => void }) {
  const text = useText()
  return (
    <input
      type="checkbox"
      className={`${boxStyle} mr-1.5 ml-4`}
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
    <div className="flex shrink-0 items-center gap-2 sm:ml-auto">
      <span role="status" className="text-ink-2 text-sm">
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
