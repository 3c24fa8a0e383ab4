'use client'

import { FlaskConical } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useUrlState } from '@/app/(depot)/_data/use-url-state'
import { useMay } from '@/app/(depot)/_depot/depot-context'
import { useText } from '@/components/messages/use-text'
import { Button } from '@/components/ui/button'

const WhatIfDrawer = dynamic(
  () => import('@/app/(depot)/_what-if/what-if-drawer').then((module) => module.WhatIfDrawer),
  {
    ssr: false,
  },
)

/** Opens the what-if panel, which the URL names (`?whatif=open`) with all that is tried; nothing for those who may not plan. */
export function WhatIfButton() {
  const text = useText()
  const mayTry = useMay('write')
  const { get, set } = useUrlState()
  if (!mayTry) return null
  return (
    <>
      <Button onClick={() => set({ whatif: 'open' }, true)}>
        <FlaskConical aria-hidden />
        {text('whatIf.button')}
      </Button>
      {get('whatif') !== null && <WhatIfDrawer />}
    </>
  )
}
