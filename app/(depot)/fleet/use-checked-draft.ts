'use client'

import { useState } from 'react'
import type { Faults } from '@/app/(depot)/_data/use-send'
import { type CheckedDraft, checkDraft, type VehicleDraft } from '@/components/fleet/vehicle-draft'
import { faultSentence } from '@/components/format/refusal-words'
import { useText } from '@/components/messages/use-text'

type Valid = Extract<CheckedDraft, { input: unknown }>

/**
 * A vehicle's draft that is checked by the contract's own schema: when it is sent, and from then on as it is typed.
 * @param sent what the server said of the draft that was sent; it holds until the draft changes
 */
export function useCheckedDraft(initial: () => VehicleDraft, sent: { faults: Faults; forget: () => void }) {
  const text = useText()
  const [draft, setDraft] = useState(initial)
  const [edited, setEdited] = useState(false)
  const [checks, setChecks] = useState(false)
  const checked = checks ? checkDraft(draft) : null
  const own = checked && 'faults' in checked ? checked.faults : {}
  const faults: Faults = {
    ...sent.faults,
    fields: {
      ...sent.faults.fields,
      ...Object.fromEntries(Object.entries(own).map(([path, message]) => [path, faultSentence(message, { text })])),
    },
  }
  const change = (next: VehicleDraft) => {
    setDraft(next)
    setEdited(true)
    if (sent.faults.status !== undefined || sent.faults.rest) sent.forget()
  }
  /** What to send, or null: then the faults are shown. */
  const check = (): Valid | null => {
    setChecks(true)
    const result = checkDraft(draft)
    return 'input' in result ? result : null
  }
  return { draft, change, edited, faults, check }
}
