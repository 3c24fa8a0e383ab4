import { LANGUAGE_CHOICES } from '@/components/messages/languages'
import type { Language } from '@/lib/contract/enumerations'

type LanguageLinksProps = {
  label: string
  language: Language
  here: { path: string } & Record<string, string | null>
}

/** The same page in each language. Plain links: proxy.ts has the browser keep the choice, and the page needs no script for it. */
export function LanguageLinks({ label, language, here: { path, ...query } }: LanguageLinksProps) {
  return (
    <nav aria-label={label} className="mt-6">
      <ul className="flex gap-2 text-sm">
        {LANGUAGE_CHOICES.map((choice) => (
          <li key={choice.language}>
            <a
              href={hrefOf(path, { ...query, language: choice.language })}
              lang={choice.language}
              hrefLang={choice.language}
              aria-current={choice.language === language ? 'true' : undefined}
              className="inline-flex min-h-11 items-center rounded-md px-3 text-ink-2 underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {choice.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function hrefOf(path: string, query: Record<string, string | null>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `${path}?${new URLSearchParams(given)}`
}
