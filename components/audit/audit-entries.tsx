import { propertyChanges } from '@/components/audit/property-changes'
import { dayOfYear, timeOfDay } from '@/components/format/instant-format'
import { propertyName, propertyValue } from '@/components/format/property-words'
import { startOfDay } from '@/components/format/zone'
import { useAuditText } from '@/components/messages/use-audit-text'
import { useLocale } from '@/components/messages/use-text'
import type { AuditText } from '@/components/messages/write-text'
import type { AuditEntry } from '@/lib/contract/audit'

type AuditEntriesProps = { entries: readonly AuditEntry[]; now: number; zone: string; showObject: boolean }

/** Changes by day, the latest first. `showObject`: what was changed is named, because the page is not about one object. */
export function AuditEntries({ entries, now, zone, showObject }: AuditEntriesProps) {
  const locale = useLocale()
  const days = byDay(entries, zone)
  return [...days].map(([day, ofDay]) => {
    const name = dayOfYear(day, now, { locale, zone })
    return (
      <section key={day} aria-label={name}>
        <h3 className="bg-sunken px-5 py-1.5 text-ink-2 text-xs">{name}</h3>
        <ol>
          {ofDay.map((entry) => (
            <li key={entry.id} className="border-line border-b px-5 py-3 text-sm last:border-b-0">
              <Entry entry={entry} now={now} zone={zone} showObject={showObject} />
            </li>
          ))}
        </ol>
      </section>
    )
  })
}

/** By the midnights that begin the days. */
function byDay(entries: readonly AuditEntry[], zone: string): Map<number, AuditEntry[]> {
  const days = new Map<number, AuditEntry[]>()
  for (const entry of entries) {
    const day = startOfDay(Date.parse(entry.at), zone)
    const ofDay = days.get(day)
    if (ofDay) ofDay.push(entry)
    else days.set(day, [entry])
  }
  return days
}

type EntryProps = { entry: AuditEntry; now: number; zone: string; showObject: boolean }

function Entry({ entry, now, zone, showObject }: EntryProps) {
  const text = useAuditText()
  const locale = useLocale()
  const { at, by, from, kind, objectId, vehicleId, requestId } = entry
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <time dateTime={at} className="text-ink-3 tabular-nums">
          {timeOfDay(Date.parse(at), { locale, zone })}
        </time>
        <span className="font-medium">{what(entry, text)}</span>
        {showObject && kind !== 'session' && <bdi className="break-all text-ink-2">{objectId}</bdi>}
        {showObject && vehicleId && vehicleId !== objectId && (
          <span className="text-ink-2">{text('audit.of', { vehicle: vehicleId })}</span>
        )}
        <span className="text-ink-2">
          {text(by.kind === 'token' ? 'audit.byToken' : 'audit.by', { name: by.name })}
        </span>
        {from && <span className="text-ink-3">{text('audit.from', { address: from })}</span>}
        {requestId && <span className="break-all text-ink-3 text-xs">{text('audit.request', { id: requestId })}</span>}
      </p>
      <Properties entry={entry} now={now} zone={zone} />
    </>
  )
}

function what({ kind, action }: AuditEntry, text: AuditText): string {
  if (kind === 'session') return text(action === 'created' ? 'audit.signedIn' : 'audit.signedOut')
  if (kind === 'backup') return text('audit.restored')
  return `${text(`audit.kind.${kind}`)}: ${text(`audit.action.${action}`).toLowerCase()}`
}

function Properties({ entry: { kind, action, before, after }, now, zone }: Omit<EntryProps, 'showObject'>) {
  const text = useAuditText()
  const locale = useLocale()
  if (kind === 'session') return null
  const reader = { locale, zone, now, text }
  return (
    <dl className="mt-1.5 grid grid-cols-[fit-content(50%)_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-ink-2">
      {propertyChanges(before, after).map(({ name, ...value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{propertyName(kind, name, text)}</dt>
          <dd className="min-w-0 break-words">
            {action === 'changed' && (
              <>
                <del className="no-underline">{propertyValue(kind, name, value.before, reader)}</del>
                <span aria-hidden className="mx-2 text-ink-3">
                  →
                </span>
                <span className="sr-only"> {text('audit.changedTo')} </span>
              </>
            )}
            <span className="text-ink">
              {propertyValue(kind, name, action === 'deleted' ? value.before : value.after, reader)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
