import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test'

export const SETUP_TOKEN = 'e2e-setup-token-0001'
export const BOOTSTRAP_TOKEN = 'e2e-bootstrap-refresh-token-000000001'
export const ADMIN = { name: 'Aino Virta', email: 'aino@depot.example', password: 'a long passphrase' }
export const ADMIN_STATE = 'test-results/admin.json'

/** Every page, with its rooms. */
export const PAGES = [
  '/',
  '/?hours=48',
  '/sheet?hours=48',
  '/wall?hours=48',
  '/alarms',
  '/timeline',
  '/timeline?span=168',
  '/fleet',
  '/import',
  '/chargers',
  '/power',
  '/reports',
  '/settings',
  '/settings?tab=stations',
  '/settings?tab=api',
  '/settings?tab=staff',
  '/settings?tab=audit',
  '/api-docs',
]

/** Of axe's rules those that a theme can change: it has colours of its own, and the same page. */
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block']
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds against WCAG 2.2 AA on the page, or in one part of it, as it is now; `of`: by all its rules, or by those about colours. */
export async function accessFaults(page: Page, part = 'html', of: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).include(part)
  // No page has a frame of somebody else's: without one a second page for the results is work for nothing.
  axe.setLegacyMode()
  const { violations } = await (of === 'all' ? axe.withTags(TAGS) : axe.withRules(RULES_OF_COLOURS)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

/** What slides in or changes its colours has done so; what goes on for ever is not waited for. A press is drawn a frame later. */
export async function whenStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ends = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ends.map(({ finished }) => finished.catch(() => {})))
  })
}

/** Axe finds nothing, once what has just opened stands: text that fades in has too little contrast for a moment. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  await whenStill(page)
  expect(await accessFaults(page, part)).toEqual([])
}

/** Axe finds nothing in light colours, nor in dark ones. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
}

/** The page has what it shows. Its network is never idle: the stream of changes stays open. */
export async function expectSettled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
  await page.evaluate(async () => {
    await document.fonts.ready
  })
}

/** Nothing is wider than the screen, once what has just come has its place. */
export async function expectNothingWider(page: Page, width: number): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>

/** Where something stands once it has its place: what a page still loads may move it, and a hand would miss it. */
export async function placeOf(found: Locator): Promise<Box> {
  let [before, place]: (Box | null)[] = [null, null]
  await expect(async () => {
    before = place
    place = await found.boundingBox()
    expect(place).not.toBeNull()
    expect(place).toEqual(before)
  }).toPass({ intervals: [300] })
  if (!place) throw new Error('it is not drawn')
  return place
}

/** Drags a stay of the timeline by its middle with the mouse, to the side by a share of its width. */
export async function dragStay(page: Page, id: string, share: number): Promise<void> {
  const box = await placeOf(page.locator(`[data-stay="${id}"]`))
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + box.width * share, y, { steps: 6 })
  await page.mouse.up()
}

/** What goes wrong on the page from now on: errors in the console, what its Content-Security-Policy refused, what was thrown. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  return errors
}

/** A client of the API with the bootstrap token, as an integration would be. */
export async function integration(request: APIRequestContext) {
  const { token } = await (
    await request.get('/api/auth/refreshAccessToken', { headers: { authorization: `Bearer ${BOOTSTRAP_TOKEN}` } })
  ).json()
  const headers = { authorization: `Bearer ${token}` }
  return {
    put: (path: string, data: object) => request.put(`/api${path}`, { headers, data }),
    patch: (path: string, data: object) => request.patch(`/api${path}`, { headers, data }),
    post: (path: string, data: object) => request.post(`/api${path}`, { headers, data }),
    get: (path: string) => request.get(`/api${path}`, { headers }),
    delete: (path: string) => request.delete(`/api${path}`, { headers }),
  }
}

/** The way back that a toast offers. It goes after some seconds, but stays while a pointer rests on it: a new plan may take longer. */
export async function holdUndo(page: Page): Promise<Locator> {
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.hover()
  return undo
}

/**
 * Asks for what could not be loaded once more, until it is there. A page also asks by itself when the depot has changed,
 * and then the button is gone before it is pressed.
 */
export async function tryAgain(scope: Page | Locator, loaded: Locator): Promise<void> {
  const again = scope.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1_000 })
    await expect(loaded).toBeVisible({ timeout: 5_000 })
  }).toPass()
}
