import { Bus } from 'lucide-react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { EmptyState, ErrorState } from '@/components/ui/notice'

test('a notice has the heading of a part of a page, and where it is all there is, that of the page', () => {
  const title = 'Nothing here'
  expect(renderToString(<EmptyState icon={Bus} title={title} />)).toContain('<h2')
  expect(renderToString(<EmptyState page icon={Bus} title={title} />)).toContain('<h1')
  expect(renderToString(<ErrorState title={title} detail={title} />)).toContain('<h2')
  expect(renderToString(<ErrorState page title={title} detail={title} />)).toContain('<h1')
})
