import { ReportsScreen } from '@/app/(depot)/reports/reports-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('reports.title')

export default function ReportsPage() {
  return <ReportsScreen />
}
