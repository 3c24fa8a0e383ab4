import { MapPinOff } from 'lucide-react'
import { readersLanguage } from '@/app/reader'
import { textIn } from '@/components/messages/text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'

/** An address that leads nowhere. */
export default async function NotFound() {
  const text = textIn(await readersLanguage())
  return (
    <main className="mx-auto max-w-xl px-4 py-24">
      <EmptyState
        page
        icon={MapPinOff}
        title={text('error.notFound')}
        action={
          <Button asChild tone="primary">
            {/* Not a Link: every page, sign-in too, would load what that needs. */}
            <a href="/">{text('error.toReadiness')}</a>
          </Button>
        }
      >
        {text('error.notFoundBody')}
      </EmptyState>
    </main>
  )
}
