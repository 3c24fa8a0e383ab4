// npm run bench:pages -- --url http://localhost:3000 --email … --password … --depot sacrt
// How long pages take to show their content, what the timeline transfers, and how even its frames are beside those of an
// empty page, in Chromium on a running Readyline. `--fill TOKEN` makes a depot of 1,000 vehicles with a week of stays first.
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { fillWeek, WEEK_DEPOT } from '@/bench/pages/fill-week'
import { recordFrames, share } from '@/bench/pages/frames'
import { transferredKib } from '@/bench/pages/transferred'
import { systemChromium } from '@/scripts/testing/find-chromium'

const ROUNDS = 3
const WEEK = '/timeline?span=168'
const bars = '[data-stay]'

/** A page, and what is on it once its content is there (not a skeleton of it). */
const PAGES = [
  { name: 'board, 24 h', path: '/?hours=24', content: '[data-schedule]' },
  { name: 'timeline, 24 h', path: '/timeline', content: bars },
  { name: 'timeline, 7 d', path: WEEK, content: bars },
  { name: 'fleet', path: '/fleet', content: 'a[href*="/fleet/"] >> nth=0' },
  { name: 'power', path: '/power', content: 'main svg >> nth=0' },
]

async function signIn(browser: Browser, url: string, email: string, password: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((address) => address.pathname === '/')
  return page
}

/** Milliseconds from the navigation to the content, the median of some rounds. */
async function timeToContent(page: Page, path: string, content: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator(content).first().waitFor({ timeout: 60_000 })
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}

/** What is done while frames are counted: the pointer goes the same way on the timeline and on an empty page. */
const GESTURES: { name: string; run: (page: Page, at: { x: number; y: number }) => Promise<void> }[] = [
  { name: 'panning', run: (page, at) => sweep(page, { ...at, y: at.y + 400 }) },
  { name: 'scrolling', run: (page, at) => wheel(page, { ...at, y: at.y + 300 }, 40) },
  { name: 'zooming', run: (page, at) => wheel(page, at, 60) },
]

/** A drag to the left and back. */
async function sweep(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let turn = 0; turn < 4; turn += 1) await page.mouse.move(x + (turn % 2 === 0 ? -300 : 0), y, { steps: 40 })
  await page.mouse.up()
}

async function wheel(page: Page, { x, y }: { x: number; y: number }, by: number): Promise<void> {
  await page.mouse.move(x, y)
  for (let turn = 0; turn < 80; turn += 1) await page.mouse.wheel(0, turn < 40 ? by : -by)
}

async function dragBar(page: Page): Promise<void> {
  const box = await page.locator(bars).nth(8).boundingBox()
  if (!box) throw new Error('no stay is drawn')
  await sweep(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  await page.keyboard.press('Escape')
}

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    email: { type: 'string' },
    password: { type: 'string' },
    depot: { type: 'string' },
    fill: { type: 'string' },
  },
})
if (!values.email || !values.password) {
  console.error('Say who signs in: npm run bench:pages -- --email … --password … [--url …] [--depot …] [--fill TOKEN]')
  process.exit(2)
}
if (values.fill) await fillWeek(values.url, values.fill)
const depot = values.fill ? WEEK_DEPOT : values.depot
const browser = await chromium.launch({
  executablePath: systemChromium(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
})
try {
  const page = await signIn(browser, values.url, values.email, values.password)
  const at = (path: string) => (depot ? `${path}${path.includes('?') ? '&' : '?'}depot=${depot}` : path)
  console.log('| timeline, first visit | KiB transferred |\n|---|---:|')
  for (const path of ['/timeline', WEEK])
    console.log(`| ${path} | ${(await transferredKib(page, at(path), bars)).toFixed(0)} |`)
  console.log('\n| page | content after, ms |\n|---|---:|')
  for (const { name, path, content } of PAGES)
    console.log(`| ${name} | ${Math.round(await timeToContent(page, at(path), content))} |`)
  const empty = await page.context().newPage()
  await empty.setContent('<h1>Nothing</h1>')
  console.log('\n| gesture | dropped, week | dropped, 24 h | dropped, empty page |\n|---|---:|---:|---:|')
  for (const { name, run } of [...GESTURES, { name: 'dragging a bar', run: dragBar }]) {
    const dropped: string[] = []
    for (const path of [WEEK, '/timeline']) {
      await page.bringToFront()
      await page.goto(at(path))
      await page.locator(bars).first().waitFor({ timeout: 60_000 })
      const axis = await page.locator('[data-wheel-zoom]').first().boundingBox()
      const place = { x: 900, y: (axis?.y ?? 150) + (axis?.height ?? 0) / 2 }
      dropped.push(share(await recordFrames(page, () => run(page, place))))
    }
    await empty.bringToFront()
    const same = name === 'dragging a bar' ? GESTURES[0]?.run : run
    dropped.push(share(await recordFrames(empty, async () => same?.(empty, { x: 900, y: 150 }))))
    console.log(`| ${name} | ${dropped.join(' | ')} |`)
  }
} finally {
  await browser.close()
}
