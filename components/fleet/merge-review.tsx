'use client'

import { useId } from 'react'
import type { Collision, FieldChange, Side, VehicleMerge } from '@/components/fleet/merge-vehicle'
import type { FieldName } from '@/components/fleet/vehicle-fields'
import { fieldLabel, valueWords, type WordsOfField } from '@/components/fleet/vehicle-format'
import { useText } from '@/components/messages/use-text'

type MergeReviewProps = {
  merge: VehicleMerge
  choices: ReadonlyMap<FieldName, Side>
  onChoose: (field: FieldName, side: Side) => void
  words: WordsOfField
}

/** Two people's changes of one vehicle: what has to be decided first, then what is kept of each. */
export function MergeReview({ merge, choices, onChoose, words }: MergeReviewProps) {
  const text = useText()
  return (
    <div className="flex flex-col gap-6">
      {merge.collisions.length > 0 && (
        <section className="flex flex-col gap-4">
          <h3 className="font-semibold text-sm">{text('merge.both')}</h3>
          {merge.collisions.map((collision) => (
            <Choice
              key={collision.field}
              collision={collision}
              choice={choices.get(collision.field)}
              onChoose={(side) => onChoose(collision.field, side)}
              words={words}
            />
          ))}
        </section>
      )}
      <Changes title={text('merge.theirs')} changes={merge.theirs} words={words} />
      <Changes title={text('merge.mine')} changes={merge.mine} words={words} />
    </div>
  )
}

type ChoiceProps = {
  collision: Collision
  choice: Side | undefined
  onChoose: (side: Side) => void
  words: WordsOfField
}

function Choice({ collision, choice, onChoose, words }: ChoiceProps) {
  const text = useText()
  const name = useId()
  const { field, before } = collision
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm">
        <span className="font-medium">{fieldLabel(field, words)}</span>
        <span className="text-ink-3"> · {text('merge.was', { value: valueWords(field, before, words) })}</span>
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {(['theirs', 'mine'] as const).map((side) => (
          <label
            key={side}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              checked={choice === side}
              onChange={() => onChoose(side)}
              className="mt-0.5 size-4 shrink-0 accent-(--accent)"
            />
            <span className="min-w-0">
              <span className="block text-ink-2 text-xs">{text(side === 'mine' ? 'merge.yours' : 'merge.other')}</span>
              <span className="break-words font-medium">{valueWords(field, collision[side], words)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type ChangesProps = { title: string; changes: readonly FieldChange[]; words: WordsOfField }

function Changes({ title, changes, words }: ChangesProps) {
  const text = useText()
  if (changes.length === 0) return null
  return (
    <section>
      <h3 className="mb-2 font-semibold text-sm">{title}</h3>
      <dl className="grid gap-x-5 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
        {changes.map(({ field, before, after }) => (
          <div key={field} className="contents">
            <dt className="text-ink-3 max-sm:mt-1">{fieldLabel(field, words)}</dt>
            <dd className="min-w-0 break-words">
              <span className="text-ink-3">{valueWords(field, before, words)}</span>
              <span aria-hidden> → </span>
              <span className="sr-only">{text('merge.to')}</span>
              <span className="font-medium">{valueWords(field, after, words)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
