'use client'

import { Tabs as Primitive } from 'radix-ui'
import { type ReactNode, useEffect, useRef } from 'react'

type TabsProps<Value extends string> = {
  value: Value
  onValueChange: (value: Value) => void
  label: string
  tabs: readonly { value: Value; label: string; content: ReactNode }[]
}

/** Pages of one thing, of which one is shown. The chosen one belongs in the URL. */
export function Tabs<Value extends string>({ value, onValueChange, label, tabs }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null)
  // On a phone the row of tabs is wider than the screen, and an address may choose the last one.
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>(`[data-value="${value}"]`)
    if (list.current && chosen) list.current.scrollLeft = chosen.offsetLeft - list.current.clientWidth / 2
  }, [value])
  return (
    // By hand, since what has the focus chooses itself otherwise: a page that asks before it is left would ask twice.
    <Primitive.Root value={value} activationMode="manual" onValueChange={(next) => onValueChange(next as Value)}>
      <Primitive.List
        ref={list}
        aria-label={label}
        className="relative -mx-1 mb-6 flex gap-1 overflow-x-auto border-line border-b px-1"
      >
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            data-value={tab.value}
            className="-mb-px whitespace-nowrap border-transparent border-b-2 px-3 py-2 font-medium text-ink-2 text-sm hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.label}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="outline-offset-8">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  )
}
