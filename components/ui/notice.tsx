import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'

type NoticeProps = {
  icon: LucideIcon
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  className?: string
  /** It is the whole page: its title heads it. */
  page?: boolean
}

/** A list with nothing in it: what that means, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action, className, page = false }: NoticeProps) {
  const Title = page ? 'h1' : 'h2'
  return (
    <div
      className={classes(
        'flex flex-col items-center gap-3 rounded-lg border border-line border-dashed px-6 py-14 text-center',
        className,
      )}
    >
      <Icon aria-hidden className="size-6 text-ink-3" strokeWidth={1.75} />
      <Title className="font-semibold text-lg">{title}</Title>
      {children && <div className="max-w-md text-ink-2 text-pretty">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}

type ErrorStateProps = {
  title: ReactNode
  detail: ReactNode
  retryLabel?: string
  onRetry?: () => void
  className?: string
  /** It is the whole page: its title heads it. */
  page?: boolean
}

/** Something that could not be loaded: what happened, and the way to try again. */
export function ErrorState({ title, detail, retryLabel, onRetry, className, page = false }: ErrorStateProps) {
  const Title = page ? 'h1' : 'h2'
  return (
    <div
      role="alert"
      className={classes(
        'flex flex-col items-start gap-2 rounded-lg border border-line bg-surface px-5 py-5',
        className,
      )}
    >
      <Title className="flex items-center gap-2 font-semibold">
        <CircleAlert aria-hidden className="size-5 text-critical" />
        {title}
      </Title>
      <p className="text-ink-2 text-pretty">{detail}</p>
      {onRetry && (
        <Button className="mt-2" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  )
}

const bannerTones = {
  info: 'bg-calm-soft text-calm',
  caution: 'bg-caution-soft text-caution',
  critical: 'bg-critical-soft text-critical',
  good: 'bg-good-soft text-good',
}

/** One sentence across the page that does not stop the work. */
export function Banner(props: {
  tone?: keyof typeof bannerTones
  icon?: LucideIcon
  children: ReactNode
  action?: ReactNode
  className?: string
}) {
  const { tone = 'info', icon: Icon, children, action, className } = props
  return (
    <div
      role="status"
      className={classes(
        'flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-4 py-2.5 text-sm',
        bannerTones[tone],
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      <span className="min-w-0 flex-1 text-pretty">{children}</span>
      {action}
    </div>
  )
}
