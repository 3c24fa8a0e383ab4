'use client'

import type { ReactNode } from 'react'
import { enAudit } from '@/components/messages/en-audit'
import { AuditPart } from '@/components/messages/use-audit-text'

export default function AuditEn({ children }: { children: ReactNode }) {
  return <AuditPart messages={enAudit}>{children}</AuditPart>
}
