import { readersLanguage, titled } from '@/app/reader'
import type { ApiDocument } from '@/components/api-reference/api-document'
import { ApiReference } from '@/components/api-reference/api-reference'
import { textIn } from '@/components/messages/text'
import { openApiDocument } from '@/lib/openapi/document'
import { translatedDocument } from '@/lib/openapi/translated-document'

export const generateMetadata = titled('reference.title')

/** The reference for signed-in staff: the document that /api/openapi.json serves, in the reader's words; it is read without a script. */
export default async function ApiDocsPage() {
  const language = await readersLanguage()
  const document = (await translatedDocument(language)) as ApiDocument
  return <ApiReference document={document} original={openApiDocument() as ApiDocument} text={textIn(language)} />
}
