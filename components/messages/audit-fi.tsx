'use client'

import type { ReactNode } from 'react'
import { fiAudit } from '@/components/messages/fi-audit'
import { AuditPart } from '@/components/messages/use-audit-text'

export default function AuditFi({ children }: { children: ReactNode }) {
  return <AuditPart messages={fiAudit}>{children}</AuditPart>
}
