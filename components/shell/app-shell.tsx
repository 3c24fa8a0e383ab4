'use client'

import type { ReactNode } from 'react'
import { useText } from '@/components/messages/use-text'
import { DepotSwitcher, type DepotSwitcherProps } from '@/components/shell/depot-switcher'
import { PAGES, type ShellPage } from '@/components/shell/pages'
import { UserMenu, type UserMenuProps } from '@/components/shell/user-menu'
import { Mark } from '@/components/shell/wordmark'
import { classes } from '@/components/ui/classes'
import { PageLink } from '@/components/ui/page-link'

type AppShellProps = {
  page: ShellPage | undefined
  /** The address of a page, with what of the URL goes along (the depot). */
  hrefOf: (path: string) => string
  depot: DepotSwitcherProps
  user: UserMenuProps
  banner?: ReactNode
  children: ReactNode
}

/** The frame of every page: side bar on a desk, a bar at the thumb on a phone. */
export function AppShell({ page, hrefOf, depot, user, banner, children }: AppShellProps) {
  const text = useText()
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[13.5rem_minmax(0,1fr)] print:block print:min-h-0">
      <a
        href="#content"
        className="no-print fixed top-2 left-2 z-70 -translate-y-20 rounded-md bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        {text('app.skip')}
      </a>
      <aside className="no-print sticky top-0 hidden h-dvh flex-col gap-1 border-line border-r px-3 pt-4 pb-3 md:flex">
        <PageLink
          href={hrefOf('/')}
          className="mb-3 flex items-center gap-2 px-2.5 font-semibold text-lg tracking-tight"
        >
          <Mark className="size-6 text-accent" />
          {text('app.name')}
        </PageLink>
        <DepotSwitcher {...depot} className="mb-3" />
        <NavigationLinks page={page} hrefOf={hrefOf} />
        <UserMenu {...user} className="mt-auto" />
      </aside>
      <div className="flex min-w-0 flex-col pb-[calc(4rem+env(safe-area-inset-bottom))] md:pb-0 print:pb-0">
        <header className="no-print sticky top-0 z-30 flex items-center gap-2 border-line border-b bg-paper/95 px-4 py-2 backdrop-blur-sm md:hidden">
          <DepotSwitcher {...depot} className="min-w-0 flex-1" />
          <UserMenu {...user} compact />
        </header>
        {banner}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-5 outline-none md:px-8 print:p-0"
        >
          {children}
        </main>
      </div>
      <BottomBar page={page} hrefOf={hrefOf} />
    </div>
  )
}

type LinksProps = Pick<AppShellProps, 'page' | 'hrefOf'>

function NavigationLinks({ page, hrefOf }: LinksProps) {
  const text = useText()
  return (
    <nav aria-label={text('nav.label')} className="flex flex-col gap-0.5">
      {PAGES.map(({ path, label, icon: Icon }) => (
        <PageLink
          key={path}
          href={hrefOf(path)}
          aria-current={page?.path === path ? 'page' : undefined}
          className="flex h-9 items-center gap-3 rounded-md px-2.5 font-medium text-ink-2 text-sm hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-strong"
        >
          <Icon aria-hidden className="size-4.5" strokeWidth={1.9} />
          {text(label)}
        </PageLink>
      ))}
    </nav>
  )
}

function BottomBar({ page, hrefOf }: LinksProps) {
  const text = useText()
  return (
    <nav
      aria-label={text('nav.label')}
      className="no-print fixed inset-x-0 bottom-0 z-30 grid grid-cols-6 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {PAGES.filter(({ inMenu }) => !inMenu).map(({ path, label, icon: Icon }) => {
        const current = page?.path === path
        return (
          <PageLink
            key={path}
            href={hrefOf(path)}
            aria-current={current ? 'page' : undefined}
            className={classes(
              'flex h-16 flex-col items-center justify-center gap-1 text-2xs',
              current ? 'font-semibold text-accent-strong' : 'text-ink-2',
            )}
          >
            <Icon aria-hidden className="size-5.5" strokeWidth={current ? 2.2 : 1.8} />
            {text(label)}
          </PageLink>
        )
      })}
    </nav>
  )
}
