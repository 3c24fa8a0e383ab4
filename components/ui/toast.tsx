'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Toast as Primitive } from 'radix-ui'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'

type Toast = { id: number; tone: 'good' | 'critical'; sentence: string; action?: { label: string; run: () => void } }
type Show = (toast: Omit<Toast, 'id'>) => void

const ToastContext = createContext<Show>(() => {})

/** Shows a sentence for some seconds: that something was done (with a way back where there is one), or why it was not. */
export function useToast(): Show {
  return useContext(ToastContext)
}

let lastId = 0

export function ToastProvider({ children }: { children: ReactNode }) {
  const text = useText()
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const show = useCallback<Show>((toast) => {
    lastId += 1
    const id = lastId
    setToasts((current) => [...current.slice(-2), { ...toast, id }])
  }, [])
  const remove = (id: number) => setToasts((current) => current.filter((toast) => toast.id !== id))
  return (
    <ToastContext value={show}>
      <Primitive.Provider duration={6_000} swipeDirection="down">
        {children}
        {toasts.map((toast) => (
          <Primitive.Root
            key={toast.id}
            type={toast.tone === 'critical' ? 'foreground' : 'background'}
            duration={toast.tone === 'critical' || toast.action ? 12_000 : undefined}
            onOpenChange={(open) => !open && remove(toast.id)}
            className="flex animate-rise items-center gap-3 rounded-lg border border-line bg-surface py-2 pr-2 pl-4 shadow-2"
          >
            {toast.tone === 'critical' ? (
              <CircleAlert aria-hidden className="size-5 shrink-0 text-critical" />
            ) : (
              <CircleCheck aria-hidden className="size-5 shrink-0 text-good" />
            )}
            <Primitive.Description className="min-w-0 flex-1 text-sm">{toast.sentence}</Primitive.Description>
            {toast.action && (
              <Primitive.Action altText={toast.action.label} asChild>
                <Button tone="quiet" size="small" onClick={toast.action.run}>
                  {toast.action.label}
                </Button>
              </Primitive.Action>
            )}
            <Primitive.Close asChild>
              <Button tone="quiet" size="icon-small" aria-label={text('action.dismiss')}>
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </Primitive.Root>
        ))}
        {/* A dialog hides all but live regions from assistive technology: the way back that a toast has
            is needed beside one, too. */}
        <Primitive.Viewport
          aria-live="off"
          className="fixed top-[calc(0.5rem+env(safe-area-inset-top))] right-4 z-60 flex w-[min(26rem,calc(100vw-2rem))] flex-col gap-2 outline-none md:top-auto md:bottom-4"
        />
      </Primitive.Provider>
    </ToastContext>
  )
}
