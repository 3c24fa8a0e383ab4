import { ImportScreen } from '@/app/(depot)/import/import-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('import.title')

export default function ImportPage() {
  return <ImportScreen />
}
