import { WallScreen } from '@/app/(depot)/wall/wall-screen'
import { titled } from '@/app/reader'

export const generateMetadata = titled('wall.title')

export default function WallPage() {
  return <WallScreen />
}
