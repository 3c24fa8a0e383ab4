import { type NextRequest, NextResponse } from 'next/server'
import { admitToPage, isOpenFile } from '@/lib/auth/open-pages'
import { findPageVisitor } from '@/lib/auth/page-visitor'

/** The API has its own door (lib/http/route.ts); everything else that Next serves comes through here. */
export const config = { matcher: ['/((?!api/|_next/static/).*)'] }

/** Every page is closed to who is not signed in, unless lib/auth/open-pages.ts lists it. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  if (isOpenFile(pathname)) return NextResponse.next()
  const visitor = await findPageVisitor(request.headers)
  const admission = admitToPage(pathname, search, visitor)
  const response = admission.show
    ? NextResponse.next()
    : NextResponse.redirect(new URL(admission.redirectTo, request.nextUrl))
  if (visitor.setCookie) response.headers.append('Set-Cookie', visitor.setCookie)
  return response
}
