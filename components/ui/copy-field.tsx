'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** A text to be taken elsewhere: selected by a click, copied by its button. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const text = useText()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="flex items-end gap-2">
      <Field label={label} className="flex-1">
        <Input readOnly className="font-mono text-sm" value={value} onFocus={(event) => event.target.select()} />
      </Field>
      <Button aria-label={`${text(copied ? 'action.copied' : 'action.copy')}: ${label}`} onClick={() => void copy()}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </Button>
    </div>
  )
}
