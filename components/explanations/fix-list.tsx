'use client'

import { ArrowLeftRight, ArrowUpNarrowWide, Clock, type LucideIcon, Target, Zap } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { FixWords } from '@/components/explanations/fix-format'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { Fix } from '@/lib/contract/explanations'

const ICONS: Record<Fix['kind'], LucideIcon> = {
  swap: ArrowLeftRight,
  'raise-limit': Zap,
  'lower-target': Target,
  'later-departure': Clock,
  'higher-priority': ArrowUpNarrowWide,
}

const GRID = 'grid gap-2 sm:grid-cols-[repeat(auto-fill,minmax(13.5rem,1fr))]'

export type ToldFix = { fix: Fix; words: FixWords }

type FixListProps = {
  fixes: readonly ToldFix[]
  /** Who looks may apply a fix of this kind; else a sentence says who may, or nothing. */
  mayApply: (kind: Fix['kind']) => boolean
  whoElse: (kind: Fix['kind']) => string | null
  /** The kind that is being applied; meanwhile none can be. */
  applying: Fix['kind'] | null
  onApply: (told: ToldFix) => void
}

/** The smallest fix of each kind, side by side: what changes, what that means, and the button that does it. */
export function FixList({ fixes, mayApply, whoElse, applying, onApply }: FixListProps) {
  const text = useText()
  return (
    <ul className={GRID}>
      {fixes.map((told) => {
        const { kind } = told.fix
        return (
          <FixCard key={kind} icon={ICONS[kind]} words={told.words}>
            {mayApply(kind) ? (
              <Button
                size="small"
                className="pointer-coarse:h-11"
                aria-label={text('fixes.applyNamed', { fix: told.words.title })}
                aria-haspopup={told.words.question ? 'dialog' : undefined}
                disabled={applying !== null}
                onClick={() => onApply(told)}
              >
                {text(applying === kind ? 'fixes.applying' : told.words.question ? 'fixes.applyAsk' : 'fixes.apply')}
              </Button>
            ) : (
              whoElse(kind) && <p className="text-ink-3 text-xs">{whoElse(kind)}</p>
            )}
          </FixCard>
        )
      })}
    </ul>
  )
}

function FixCard({ icon: Icon, words, children }: { icon: LucideIcon; words: FixWords; children: ReactNode }) {
  const id = useId()
  return (
    <li aria-labelledby={id} className="flex flex-col gap-2 rounded-md border border-line bg-surface px-3.5 py-3">
      <div className="flex gap-2.5">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        <div className="min-w-0">
          <p id={id} className="text-pretty font-semibold text-sm">
            {words.title}
          </p>
          <p className="text-pretty text-ink-2 text-sm">{words.note}</p>
        </div>
      </div>
      <div className="mt-auto pl-6.5">{children}</div>
    </li>
  )
}

/** The place of fixes that are being looked for, with a sentence that says so where their introduction will be. */
export function FixListSkeleton({ sentence }: { sentence: string }) {
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-ink-2 text-sm">
        {sentence}
      </p>
      <div aria-hidden className={GRID}>
        {[0, 1, 2].map((card) => (
          <span key={card} className="flex flex-col gap-2 rounded-md border border-line bg-surface px-3.5 py-3">
            <span className="flex gap-2.5">
              <Skeleton className="size-4 shrink-0" />
              <span className="flex flex-1 flex-col gap-2 py-0.5">
                <Skeleton className="h-4 w-4/5" />
                <Skeleton className="h-4 w-full" />
                <Skeleton className="h-4 w-3/5" />
              </span>
            </span>
            <Skeleton className="mt-auto ml-6.5 h-8 w-16 pointer-coarse:h-11" />
          </span>
        ))}
      </div>
    </div>
  )
}
