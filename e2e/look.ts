import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { catalogues, textIn } from '@/components/messages/text'
import { accessFaults, whenStill } from '@/e2e/depot'
import type { Language } from '@/lib/contract/enumerations'

/**
 * Texts that are wider than their place, where they would be cut or lie over others, with what a field that is empty
 * says, what a select shows, and what stands in a drawing. One that somebody gave may end in an ellipsis, what a catalogue says may not.
 */
async function cutTexts(page: Page, language: Language): Promise<string[]> {
  const cut = await page.evaluate(() => {
    const textOf = (element: HTMLElement) => element.textContent?.trim() ?? ''
    const hasText = (element: HTMLElement) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    /** What is part of a line has no width of its own: the box around it cuts it. */
    const boxOf = (element: HTMLElement): HTMLElement =>
      element.parentElement && getComputedStyle(element).display === 'inline' ? boxOf(element.parentElement) : element
    const isCut = (element: HTMLElement) => {
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth <= 1) return false
      return element.checkVisibility() && !['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
    }
    const elements = [...document.querySelectorAll('body *')].filter((element) => element instanceof HTMLElement)
    const boxes = new Set(elements.filter(hasText).map(boxOf))
    const texts = [...boxes].filter(isCut).map((element) => ({
      text: textOf(element),
      shortened: getComputedStyle(element).textOverflow === 'ellipsis',
    }))

    const isOutside = (inner: Element, outer: Element | null) => {
      const [{ left, right, top, bottom }, box] = [inner.getBoundingClientRect(), outer?.getBoundingClientRect()]
      if (!box || box.width === 0) return false
      return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1
    }

    const pen = document.createElement('canvas').getContext('2d')
    /** A field gives the words in it no width that could be asked for. */
    const isWiderThan = (element: HTMLElement, words: string) => {
      const { fontStyle, fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(element)
      if (!pen || !element.checkVisibility()) return false
      pen.font = [fontStyle, fontWeight, fontSize, fontFamily].join(' ')
      const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      return room > 1 && pen.measureText(words).width > room + 1
    }
    const fields = [...document.querySelectorAll('input')]
      .filter((field) => !field.value && isWiderThan(field, field.placeholder))
      .map(({ placeholder }) => ({ text: placeholder, shortened: false }))
    const choices = [...document.querySelectorAll('select')]
      .map((select) => ({ select, text: select.selectedOptions[0]?.text ?? '' }))
      .filter(({ select, text }) => isWiderThan(select, text))
      .map(({ text }) => ({ text, shortened: true }))
    const drawn = [...document.querySelectorAll('svg text')]
      .filter((words) => words.checkVisibility() && isOutside(words, words.closest('svg')))
      .map((words) => ({ text: words.textContent ?? '', shortened: false }))
    return [...texts, ...fields, ...choices, ...drawn]
  })
  const words = new Set<unknown>(Object.values(catalogues[language]))
  return cut.filter(({ text, shortened }) => !shortened || words.has(text)).map(({ text }) => text)
}

type Looked = { language: Language; where: string; width: number; part?: string }

const softly = expect.configure({ soft: true, timeout: 5_000 })

/** The page, as it is now: no text is cut, nothing is wider than the screen, and axe finds nothing. A fault ends no walk. */
export async function expectWhole(page: Page, { language, where, width, part }: Looked): Promise<void> {
  await whenStill(page)
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  await softly.poll(wide, `${where} is wider than the screen`).toBeLessThanOrEqual(width)
  softly(await cutTexts(page, language), `${where} cuts texts`).toEqual([])
  softly(await accessFaults(page, part), `${where} by axe`).toEqual([])
}

/** The same in light colours, and what depends on colours in dark ones: the page is laid out alike in both. */
export async function expectWholeInBothThemes(page: Page, looked: Looked): Promise<void> {
  await expectWhole(page, looked)
  await page.emulateMedia({ colorScheme: 'dark' })
  await whenStill(page)
  softly(await accessFaults(page, looked.part, 'colours'), `${looked.where}, dark, by axe`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
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
