import type { Metadata } from 'next'
import { ReportsScreen } from '@/app/(depot)/reports/reports-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('reports.title') }

export default function ReportsPage() {
  return <ReportsScreen />
}
