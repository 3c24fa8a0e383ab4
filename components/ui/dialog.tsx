'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { useUnsaved } from '@/components/ui/unsaved'

type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children: ReactNode
  footer?: ReactNode
  className?: string
  /** Something typed would be lost by closing: then closing asks first. */
  edited?: boolean
  /** Closed by its own button alone, because what it shows is shown once. */
  mustConfirm?: boolean
}

const sheet =
  'fixed z-50 flex flex-col bg-surface shadow-2 outline-none inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl pb-[env(safe-area-inset-bottom)] animate-sheet-in'

/** A question or a short form in the middle of the screen; on phones a sheet from the bottom. */
export function Dialog(props: DialogProps) {
  return (
    <Modal
      {...props}
      place="sm:inset-x-auto sm:bottom-auto sm:top-[12vh] sm:left-1/2 sm:w-[min(92vw,30rem)] sm:-translate-x-1/2 sm:rounded-xl sm:max-h-[76vh] sm:animate-rise"
    />
  )
}

/** What belongs to a thing on the page, at its right edge; on phones a sheet from the bottom. */
export function Drawer(props: DialogProps) {
  return (
    <Modal
      {...props}
      place="md:inset-y-0 md:right-0 md:left-auto md:max-h-none md:w-[min(46rem,92vw)] md:rounded-none md:border-l md:border-line md:animate-slide-in"
    />
  )
}

/** Whoever opened a dialog has the focus again when it closes: no trigger of Radix's is used, which would see to that. */
function Modal({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  className,
  edited = false,
  mustConfirm = false,
  place,
}: DialogProps & { place: string }) {
  const text = useText()
  const opener = useRef<Element | null>(null)
  const [leaving, setLeaving] = useState(false)
  useUnsaved(open && (edited || mustConfirm), text(mustConfirm ? 'form.leaveOnce' : 'form.leave'))
  const requestOpen = (next: boolean) => {
    if (!next && mustConfirm) return
    if (!next && edited && !leaving) setLeaving(true)
    else {
      setLeaving(false)
      onOpenChange(next)
    }
  }
  useLayoutEffect(() => {
    if (open) keepGutter()
  }, [open])
  return (
    <Primitive.Root open={open} onOpenChange={requestOpen}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          className={classes(sheet, place, className)}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <header className="flex items-start gap-3 border-line border-b py-3 pr-3 pl-5">
            <div className="min-w-0 flex-1 py-1">
              <Primitive.Title className="font-semibold text-lg">{title}</Primitive.Title>
              {description && (
                <Primitive.Description className="text-ink-2 text-sm">{description}</Primitive.Description>
              )}
            </div>
            {!mustConfirm && (
              <Primitive.Close asChild>
                <Button tone="quiet" size="icon" aria-label={text('action.close')}>
                  <X aria-hidden />
                </Button>
              </Primitive.Close>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
          {(footer || leaving) && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
              {leaving ? <Leaving onKeep={() => setLeaving(false)} /> : footer}
            </footer>
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

/** Closes the dialog around it, after asking where something typed would be lost. */
export function CancelButton() {
  const text = useText()
  return (
    <Primitive.Close asChild>
      <Button>{text('action.cancel')}</Button>
    </Primitive.Close>
  )
}

function Leaving({ onKeep }: { onKeep: () => void }) {
  const text = useText()
  return (
    <>
      <span role="alert" className="mr-auto self-center text-sm">
        {text('vehicleForm.leaving')}
      </span>
      <Primitive.Close asChild>
        <Button tone="danger">{text('vehicleForm.discard')}</Button>
      </Primitive.Close>
      <Button tone="primary" autoFocus onClick={onKeep}>
        {text('vehicleForm.keepEditing')}
      </Button>
    </>
  )
}

/** Measures the room of the scrollbar before a dialog takes it, so that nothing behind it moves (see globals.css). */
function keepGutter(): void {
  const gutterPx = window.innerWidth - document.body.offsetWidth
  document.documentElement.style.setProperty('--gutter', `${gutterPx}px`)
}
