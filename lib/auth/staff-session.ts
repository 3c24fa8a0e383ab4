import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { staffPrincipal } from '@/lib/auth/staff-auth'
import { hasRole, type Principal, type Role } from '@/lib/context'

// Only pages import this file: it is the one of this folder that needs Next.

/** The member of staff who looks at the page, or null; read once a request. */
export const staffSession: () => Promise<Principal | null> = cache(async () => staffPrincipal(await headers()))

/**
 * The member of staff who looks at the page. proxy.ts has asked already; a page asks again, so that it does not depend
 * on what runs in front of it.
 * @param role what the page needs; to everybody else it does not exist
 */
export async function requireStaff(role: Role = 'read'): Promise<Principal> {
  const who = await staffSession()
  if (!who) redirect('/sign-in')
  if (!hasRole(who, role)) notFound()
  return who
}
