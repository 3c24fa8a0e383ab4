import { type NextRequest, NextResponse } from 'next/server'
import { admitToPage, isOpenFile } from '@/lib/auth/open-pages'
import { findPageVisitor } from '@/lib/auth/page-visitor'
import { browserLanguage, knownLanguage, rememberLanguage, withLanguage } from '@/lib/auth/reader-language'

/** The API has its own door (lib/http/route.ts); everything else that Next serves comes through here. */
export const config = { matcher: ['/((?!api/|_next/static/).*)'] }

/**
 * Every page is closed to who is not signed in, unless lib/auth/open-pages.ts lists it. It is written in the language that
 * its reader chose, else in the one of a link with `?language=`, else in the browser's.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (isOpenFile(pathname)) return NextResponse.next()
  const visitor = await findPageVisitor(request.headers)
  const admission = admitToPage(pathname, search, visitor)
  const asked = knownLanguage(request.nextUrl.searchParams.get('language'))
  const language = visitor.language ?? asked ?? browserLanguage(request.headers)
  const response = admission.show
    ? NextResponse.next({ request: { headers: withLanguage(request.headers, language) } })
    : NextResponse.redirect(new URL(admission.redirectTo, request.nextUrl))
  if (asked) response.headers.append('Set-Cookie', rememberLanguage(asked))
  if (visitor.setCookie) response.headers.append('Set-Cookie', visitor.setCookie)
  return response
}
