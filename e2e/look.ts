import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { catalogues, textIn } from '@/components/messages/text'
import { accessFaults, whenStill } from '@/e2e/depot'
import type { Language } from '@/lib/contract/enumerations'

/**
 * Texts that are wider than their place, where they would be cut or lie over others. One that somebody gave may end in an
 * ellipsis, what a catalogue says may not.
 */
async function cutTexts(page: Page, language: Language): Promise<string[]> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((element) => element.checkVisibility() && element.clientWidth > 1)
      .map((element) => ({ element, style: getComputedStyle(element) }))
      .filter(({ style }) => style.display !== 'inline' && !['auto', 'scroll'].includes(style.overflowX))
      .map(({ element, style }) => ({ text: element.textContent ?? '', shortened: style.textOverflow === 'ellipsis' })),
  )
  const words = new Set<unknown>(Object.values(catalogues[language]))
  return cut.filter(({ text, shortened }) => !shortened || words.has(text.trim())).map(({ text }) => text)
}

type Looked = { language: Language; where: string; width: number; part?: string }

/** The page, as it is now: no text is cut, nothing is wider than the screen, and axe finds nothing. A fault ends no walk. */
export async function expectWhole(page: Page, { language, where, width, part }: Looked): Promise<void> {
  const softly = expect.configure({ soft: true, timeout: 5_000 })
  await whenStill(page)
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  await softly.poll(wide, `${where} is wider than the screen`).toBeLessThanOrEqual(width)
  softly(await cutTexts(page, language), `${where} cuts texts`).toEqual([])
  softly(await accessFaults(page, part), `${where} by axe`).toEqual([])
}

/** Has the person who is signed in read in a language; null: the browser's. */
export async function speakIn(request: APIRequestContext, language: Language | null, origin = ''): Promise<void> {
  const answer = await request.patch('/api/session', { data: { language }, headers: { origin } })
  expect(answer.status()).toBe(200)
}

/** Signs a person in, and chooses their language. */
export async function enterIn(
  request: APIRequestContext,
  { email, password }: { email: string; password: string },
  language: Language | null,
  origin?: string,
): Promise<void> {
  const answer = await request.post('/api/session', { data: { email, password } })
  expect(answer.status()).toBe(200)
  await speakIn(request, language, origin)
}

/** Opens a page and waits until it has what it shows. */
export async function openWhole(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(path)
  // A drawer that the address opens hides the heading of its page from who cannot see.
  await expect(page.locator('h1, [role="dialog"] h2').first()).toBeVisible()
  await expect(page.getByRole('status', { name: textIn(language)('app.loading') })).toHaveCount(0)
}
