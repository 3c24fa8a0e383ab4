import { dayAndTime, type Reading } from '@/components/format/instant-format'
import { bytesWords, numberWords } from '@/components/format/number-format'
import { classes } from '@/components/ui/classes'
import type { TokenCalls } from '@/lib/contract/access'

const REFUSED = 400
const REFUSED_LOOK = 'font-semibold text-critical'

/** What the system of a token called: when, what, and how it went. */
export function TokenCallTable({ calls, reading }: { calls: TokenCalls['calls']; reading: Reading }) {
  const { text, locale } = reading
  const numbers = 'px-2 py-1.5 text-right whitespace-nowrap tabular-nums'
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="border-line border-b text-ink-3 text-xs">
          <th className="py-1.5 pr-2 text-left font-normal">{text('tokens.calls.at')}</th>
          <th className="px-2 py-1.5 text-left font-normal">{text('tokens.calls.call')}</th>
          <th className="px-2 py-1.5 text-right font-normal max-sm:hidden">{text('tokens.calls.status')}</th>
          <th className="px-2 py-1.5 text-right font-normal max-sm:hidden">{text('tokens.calls.sent')}</th>
          <th className="px-2 py-1.5 text-right font-normal max-sm:hidden">{text('tokens.calls.answered')}</th>
          <th className="py-1.5 pl-2 text-right font-normal max-sm:hidden">{text('tokens.calls.took')}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((one) => (
          <tr key={one.id} className="border-line border-b align-baseline last:border-b-0">
            <td className="whitespace-nowrap py-1.5 pr-2 tabular-nums">{dayAndTime(Date.parse(one.at), reading)}</td>
            <td className="wrap-anywhere px-2 py-1.5">
              {one.method} {one.path}
              {one.calls > 1 && <span className="text-ink-3"> {text('tokens.calls.times', { count: one.calls })}</span>}
              <SecondLine call={one} reading={reading} />
            </td>
            <td className={classes(numbers, 'max-sm:hidden', one.status >= REFUSED && REFUSED_LOOK)}>{one.status}</td>
            <td className={classes(numbers, 'max-sm:hidden')}>{sizeWords(one.requestBytes, reading)}</td>
            <td className={classes(numbers, 'max-sm:hidden')}>{sizeWords(one.responseBytes, reading)}</td>
            <td className={classes(numbers, 'pr-0 max-sm:hidden')}>
              {text('tokens.calls.ms', { ms: numberWords(one.durationMs, locale) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a phone, where there is no room for columns: how it went and how much was sent and answered. */
function SecondLine({ call, reading }: { call: TokenCalls['calls'][0]; reading: Reading }) {
  const { text } = reading
  return (
    <span className="mt-0.5 flex flex-wrap gap-x-3 text-ink-3 text-xs tabular-nums sm:hidden">
      <span className={classes(call.status >= REFUSED && REFUSED_LOOK)}>
        {text('tokens.calls.status')} {call.status}
      </span>
      <span>
        {text('tokens.calls.sent')} {sizeWords(call.requestBytes, reading)}
      </span>
      <span>
        {text('tokens.calls.answered')} {sizeWords(call.responseBytes, reading)}
      </span>
    </span>
  )
}

function sizeWords(bytes: number | undefined, { text, locale }: Reading): string {
  return bytes === undefined ? text('unknown') : bytesWords(bytes, locale)
}
