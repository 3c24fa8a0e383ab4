'use client'

import type { ReactNode } from 'react'
import { deAudit } from '@/components/messages/de-audit'
import { AuditPart } from '@/components/messages/use-audit-text'

export default function AuditDe({ children }: { children: ReactNode }) {
  return <AuditPart messages={deAudit}>{children}</AuditPart>
}
