import type { Metadata } from 'next'
import { WallScreen } from '@/app/(depot)/wall/wall-screen'
import { LOCALE, textIn } from '@/components/messages/text'

export const metadata: Metadata = { title: textIn(LOCALE)('wall.title') }

export default function WallPage() {
  return <WallScreen />
}
