import type { ComponentProps, ReactNode } from 'react'
import { classes } from '@/components/ui/classes'

/** A part of a page on its own ground. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return <section className={classes('rounded-lg border border-line bg-surface', className)} {...props} />
}

type PanelHeaderProps = { title: ReactNode; note?: ReactNode; children?: ReactNode; className?: string }

export function PanelHeader({ title, note, children, className }: PanelHeaderProps) {
  return (
    <header
      className={classes(
        'flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2.5 last:border-b-0',
        className,
      )}
    >
      <h2 className="font-semibold">{title}</h2>
      {note && <p className="text-ink-3 text-sm">{note}</p>}
      {children && <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  )
}

/** A page's name and what steers it. */
export function PageHeader({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h1 className="font-semibold text-xl tracking-tight md:text-2xl">{title}</h1>
        {note && <p className="mt-0.5 text-ink-2 text-sm">{note}</p>}
      </div>
      {children && (
        <div className="no-print ml-auto flex flex-wrap items-center gap-2 max-sm:ml-0 max-sm:w-full">{children}</div>
      )}
    </header>
  )
}

/** Names and values of one thing. */
export function Facts({
  facts,
  className,
}: {
  facts: readonly { name: ReactNode; value: ReactNode }[]
  className?: string
}) {
  return (
    <dl className={classes('grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm', className)}>
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are a fixed list of the page
        <div key={index} className="contents">
          <dt className="text-ink-3">{fact.name}</dt>
          <dd className="min-w-0 break-words">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
