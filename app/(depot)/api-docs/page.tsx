import { readersLanguage, titled } from '@/app/reader'
import type { ApiDocument } from '@/components/api-reference/api-document'
import { ApiReference } from '@/components/api-reference/api-reference'
import { textIn } from '@/components/messages/text'
import { openApiText } from '@/lib/openapi/document'

export const generateMetadata = titled('reference.title')

/** The reference for signed-in staff, from the document that /api/openapi.json serves; it is read without a script. */
export default async function ApiDocsPage() {
  return <ApiReference document={JSON.parse(openApiText()) as ApiDocument} text={textIn(await readersLanguage())} />
}
