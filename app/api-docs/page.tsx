import type { Metadata } from 'next'
import type { ApiDocument } from '@/components/api-reference/api-document'
import { ApiReference } from '@/components/api-reference/api-reference'
import { openApiText } from '@/lib/openapi/document'

export const metadata: Metadata = { title: 'API reference' }

/** The reference for signed-in staff, from the document that /api/openapi.json serves; it is read without a script. */
export default function ApiDocsPage() {
  return <ApiReference document={JSON.parse(openApiText()) as ApiDocument} />
}
