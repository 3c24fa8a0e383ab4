import { BusFront, ChartColumn, ChartGantt, ListChecks, type LucideIcon, PlugZap, Settings, Zap } from 'lucide-react'
import type { LabelKey } from '@/components/messages/text'

/** `inMenu`: a phone's bar has no room for it; there it is in the account's menu. */
export type ShellPage = { path: string; label: LabelKey; icon: LucideIcon; key: string; inMenu?: boolean }

/** The pages of the navigation, in order; `key` goes there after `g`. */
export const PAGES: readonly ShellPage[] = [
  { path: '/', label: 'nav.readiness', icon: ListChecks, key: 'r' },
  { path: '/timeline', label: 'nav.timeline', icon: ChartGantt, key: 't' },
  { path: '/fleet', label: 'nav.fleet', icon: BusFront, key: 'f' },
  { path: '/chargers', label: 'nav.chargers', icon: PlugZap, key: 'c' },
  { path: '/power', label: 'nav.power', icon: Zap, key: 'p' },
  { path: '/reports', label: 'reports.title', icon: ChartColumn, key: 'o', inMenu: true },
  { path: '/settings', label: 'nav.settings', icon: Settings, key: 's' },
]

/** The page that a path belongs to: `/fleet/bus-7` is in Fleet; a schedule's page is in Readiness, the import in Fleet, the API in Settings. */
export function pageOf(path: string): ShellPage | undefined {
  if (path === '/import') return PAGES.find((page) => page.path === '/fleet')
  if (path === '/api-docs') return PAGES.find((page) => page.path === '/settings')
  const section = PAGES.find((page) => page.path !== '/' && (path === page.path || path.startsWith(`${page.path}/`)))
  return section ?? PAGES[0]
}
