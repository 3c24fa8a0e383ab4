import type { Reading } from '@/components/format/instant-format'
import { numberWords } from '@/components/format/number-format'
import { classes } from '@/components/ui/classes'
import type { Readiness } from '@/lib/contract/readiness'

/** The site's power now against its limit; hatched where plans stand in for what was measured. */
export function WallSite({ site, reading }: { site: Readiness['site']; reading: Reading }) {
  const { text, locale } = reading
  const { powerkW, limitkW, source, peak15kW } = site
  const power = numberWords(powerkW, locale)
  const isOver = limitkW !== undefined && powerkW > limitkW
  const share = Math.min(100, (powerkW / Math.max(limitkW ?? peak15kW, 1)) * 100)
  return (
    <div className="w-[14em] min-w-0 shrink-0 max-md:shrink max-md:w-full">
      <p className="flex items-baseline justify-between gap-[0.5em]">
        <span className="text-[0.55em] text-ink-2">
          {text('wall.site')}, {text(`wall.site.${source}`)}
        </span>
        <span className={classes('whitespace-nowrap font-bold', isOver && 'text-critical')}>
          {limitkW === undefined
            ? text('wall.power', { power })
            : text('wall.powerOf', { power, limit: numberWords(limitkW, locale) })}
        </span>
      </p>
      <div aria-hidden className="mt-[0.2em] h-[0.45em] overflow-hidden rounded-full bg-muted-soft">
        <span
          className={classes(
            'block h-full rounded-full',
            isOver ? 'text-critical' : 'text-chart-ev',
            source === 'measured' ? 'bg-current' : 'hatched',
          )}
          style={{ width: `${Math.max(0, share)}%` }}
        />
      </div>
    </div>
  )
}
