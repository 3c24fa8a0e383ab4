'use client'

import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { classes } from '@/components/ui/classes'

const itemStyle =
  'flex min-h-9 cursor-pointer select-none items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none data-[highlighted]:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3'

/** A list of actions or choices that opens from a button. It opens within the page's main landmark, as all that is read does. */
export function Menu({
  trigger,
  children,
  align = 'start',
}: {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'end'
}) {
  const [main, setMain] = useState<HTMLElement | null>(null)
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(open) => open && setMain(document.querySelector('main'))}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={main}>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-[70dvh] min-w-52 animate-rise overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-2"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export function MenuItem({
  onSelect,
  children,
  className,
}: {
  onSelect?: () => void
  children: ReactNode
  className?: string
}) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={classes(itemStyle, className)}>
      {children}
    </DropdownMenu.Item>
  )
}

/** One of several choices, ticked when chosen; the menu stays open so that several can be changed. */
export function MenuCheck(props: {
  checked: boolean
  onChange: (checked: boolean) => void
  keepOpen?: boolean
  children: ReactNode
}) {
  return (
    <DropdownMenu.CheckboxItem
      checked={props.checked}
      onCheckedChange={props.onChange}
      onSelect={props.keepOpen ? (event) => event.preventDefault() : undefined}
      className={itemStyle}
    >
      <span className="flex-1">{props.children}</span>
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden className="text-accent!" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  )
}

type MenuChoiceProps<Value extends string> = {
  label: string
  value: Value | undefined
  options: readonly { value: Value; name: string; lang?: string }[]
  onChange: (value: Value) => void
}

/** One of a few under a label; the one that holds is ticked. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={(chosen) => onChange(chosen as Value)}>
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} lang={option.lang} className={itemStyle}>
          <span className="flex-1">{option.name}</span>
          <DropdownMenu.ItemIndicator>
            <Check aria-hidden className="text-accent!" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 py-1.5 text-ink-3 text-xs">{children}</DropdownMenu.Label>
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-2 my-1 h-px bg-line" />
}
