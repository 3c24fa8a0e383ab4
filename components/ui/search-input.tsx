'use client'

import { Search, X } from 'lucide-react'
import { useText } from '@/components/messages/use-text'
import { classes } from '@/components/ui/classes'
import { Input } from '@/components/ui/input'

type SearchInputProps = { value: string; onChange: (value: string) => void; label: string; className?: string }

/** The search of a page: the `/` key goes to the first one (see the shell's shortcuts), Escape empties it. */
export function SearchInput({ value, onChange, label, className }: SearchInputProps) {
  const text = useText()
  return (
    <div className={classes('relative', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3" />
      <Input
        type="search"
        data-page-search
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          if (value) onChange('')
          else event.currentTarget.blur()
        }}
        className={classes(
          'pr-9 pl-9 [&::-webkit-search-cancel-button]:hidden',
          !value && 'pointer-coarse:pr-3 max-sm:pr-3',
        )}
      />
      {value ? (
        <button
          type="button"
          aria-label={text('action.clear')}
          onClick={() => onChange('')}
          className="absolute top-1/2 right-1 flex size-7 -translate-y-1/2 items-center justify-center rounded-md text-ink-3 hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : (
        <kbd
          aria-hidden
          className="absolute top-1/2 right-2.5 -translate-y-1/2 rounded-sm border border-line px-1.5 font-sans text-2xs text-ink-3 pointer-coarse:hidden max-sm:hidden"
        >
          /
        </kbd>
      )}
    </div>
  )
}
