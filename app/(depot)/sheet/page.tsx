import { SheetScreen } from '@/app/(depot)/sheet/sheet-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('sheet.title')

export default function SheetPage() {
  return <SheetScreen />
}
