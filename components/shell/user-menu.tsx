'use client'

import { BookOpen, Keyboard, LogOut, MonitorPlay } from 'lucide-react'
import type { z } from 'zod'
import { LANGUAGE_CHOICES, localeOf } from '@/components/messages/languages'
import { useLocale, useText } from '@/components/messages/use-text'
import { PAGES } from '@/components/shell/pages'
import { classes } from '@/components/ui/classes'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu'
import type { Role } from '@/lib/contract/access'
import type { Language } from '@/lib/contract/enumerations'

export type UserMenuProps = {
  user: { name: string; email?: string; role: z.infer<typeof Role> } | undefined
  onShortcuts: () => void
  /** Goes to a page that the bar of a phone has no room for, or that has no frame. */
  goTo: (path: string) => void
  onLanguage: (language: Language) => void
  onSignOut: () => void
}

/** Who is signed in, and the way out. */
export function UserMenu({
  user,
  onShortcuts,
  goTo,
  onLanguage,
  onSignOut,
  compact,
  className,
}: UserMenuProps & { compact?: boolean; className?: string }) {
  const text = useText()
  const locale = useLocale()
  const initials = (user?.name ?? '')
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase()
  return (
    <Menu
      align={compact ? 'end' : 'start'}
      trigger={
        <button
          type="button"
          aria-label={text('user.menu', { name: user?.name ?? '' })}
          className={classes(
            'flex min-h-11 items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-sunken',
            className,
          )}
        >
          <span
            aria-hidden
            className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-strong text-xs"
          >
            {initials}
          </span>
          {!compact && (
            <span className="min-w-0">
              <span className="block truncate font-medium text-sm leading-5">{user?.name ?? ' '}</span>
              <span className="block truncate text-ink-3 text-xs">{user ? text(`role.${user.role}`) : ' '}</span>
            </span>
          )}
        </button>
      }
    >
      {user?.email && <MenuLabel>{user.email}</MenuLabel>}
      <MenuItem onSelect={onShortcuts}>
        <Keyboard aria-hidden />
        {text('user.shortcuts')}
      </MenuItem>
      {compact &&
        PAGES.filter(({ inMenu }) => inMenu).map(({ path, label, icon: Icon }) => (
          <MenuItem key={path} onSelect={() => goTo(path)}>
            <Icon aria-hidden />
            {text(label)}
          </MenuItem>
        ))}
      <MenuItem onSelect={() => goTo('/wall')}>
        <MonitorPlay aria-hidden />
        {text('wall.title')}
      </MenuItem>
      <MenuItem onSelect={() => goTo('/api-docs')}>
        <BookOpen aria-hidden />
        {text('reference.title')}
      </MenuItem>
      <MenuSeparator />
      <MenuChoice
        label={text('language.choose')}
        value={LANGUAGE_CHOICES.find(({ language }) => localeOf(language) === locale)?.language}
        options={LANGUAGE_CHOICES.map(({ language, name }) => ({ value: language, name, lang: language }))}
        onChange={onLanguage}
      />
      <MenuSeparator />
      <MenuItem onSelect={onSignOut}>
        <LogOut aria-hidden />
        {text('user.signOut')}
      </MenuItem>
    </Menu>
  )
}
