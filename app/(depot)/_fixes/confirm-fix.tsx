'use client'

import type { ToldFix } from '@/components/explanations/fix-list'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type ConfirmFixProps = { told: ToldFix | null; onConfirm: (told: ToldFix) => void; onClose: () => void }

/** Asks before a fix takes from others or changes what the depot has contracted, and says what it costs. */
export function ConfirmFix({ told, onConfirm, onClose }: ConfirmFixProps) {
  const text = useText()
  const question = told?.words.question
  if (!told || !question) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={question.title}
      footer={
        <>
          <Button onClick={onClose}>{text('action.cancel')}</Button>
          <Button
            tone="primary"
            onClick={() => {
              onClose()
              onConfirm(told)
            }}
          >
            {question.action}
          </Button>
        </>
      }
    >
      <p className="text-pretty font-semibold">{told.words.title}</p>
      <p className="mt-1 text-pretty text-ink-2">{question.warning}</p>
    </Dialog>
  )
}
