'use client'

import { Fragment, type ReactNode } from 'react'
import type { LabelKey } from '@/components/messages/text'
import { useText } from '@/components/messages/use-text'
import { PAGES } from '@/components/shell/pages'
import { Dialog } from '@/components/ui/dialog'

const TIMELINE_KEYS: readonly [string[], LabelKey][] = [
  [['←', '↑', '→', '↓'], 'shortcuts.timelineMove'],
  [['Enter'], 'shortcuts.timelineOpen'],
  [['M'], 'shortcuts.timelinePickUp'],
  [['+', '−'], 'shortcuts.timelineZoom'],
  [['Shift ←', 'Shift →'], 'shortcuts.timelinePan'],
  [['N'], 'shortcuts.timelineNow'],
]

/** Every keyboard shortcut; opens with `?`. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const text = useText()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={text('shortcuts.title')}>
      <Keys title={text('shortcuts.everywhere')}>
        {PAGES.map((page) => (
          <Row key={page.path} keys={['G', page.key.toUpperCase()]} between={text('shortcuts.then')}>
            {text('shortcuts.goTo', { page: text(page.label) })}
          </Row>
        ))}
        <Row keys={['/']}>{text('shortcuts.search')}</Row>
        <Row keys={['?']}>{text('shortcuts.show')}</Row>
        <Row keys={['Esc']}>{text('shortcuts.close')}</Row>
      </Keys>
      <Keys title={text('shortcuts.timeline')}>
        {TIMELINE_KEYS.map(([keys, label]) => (
          <Row key={label} keys={keys}>
            {text(label)}
          </Row>
        ))}
      </Keys>
    </Dialog>
  )
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-5 last:mb-0">
      <h3 className="mb-1 font-semibold text-ink-2 text-sm">{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Row({ keys, between, children }: { keys: readonly string[]; between?: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4 py-1.5">
      <dt className="text-sm">{children}</dt>
      <dd className="flex items-center gap-1 text-ink-3 text-xs">
        {keys.map((key, index) => (
          <Fragment key={key}>
            {between && index > 0 && <span>{between}</span>}
            <kbd className="min-w-6 rounded-sm border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-ink-2 text-xs">
              {key}
            </kbd>
          </Fragment>
        ))}
      </dd>
    </div>
  )
}
