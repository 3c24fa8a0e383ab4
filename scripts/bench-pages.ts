// npm run bench:pages -- --url http://localhost:3000 --email … --password … --depot sacrt
// How long pages take to show their content, and how even the timeline's frames are, in Chromium on a running Readyline.
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { systemChromium } from '@/scripts/testing/find-chromium'

const ROUNDS = 5
const FRAME_SECONDS = 4

/** A page, and what is on it once its content is there (not a skeleton of it). */
const PAGES = [
  { name: 'board, 24 h', path: '/?hours=24', content: 'text=/since|from/ >> nth=0' },
  { name: 'timeline, 24 h', path: '/timeline', content: '[data-stay]' },
  { name: 'timeline, 7 d', path: '/timeline?zoom=7d', content: '[data-stay]' },
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
    await page.locator(content).first().waitFor({ timeout: 30_000 })
    times.push(performance.now() - started)
  }
  return quantile(times, 0.5)
}

/** Frame times while the rows are scrolled by the wheel. */
async function scrollFrames(page: Page): Promise<number[]> {
  await page.mouse.move(900, 500)
  const frames = page.evaluate((seconds) => {
    const grid = document.querySelector('[data-stay]')?.closest('main')
    const scroller = [grid, ...(grid?.querySelectorAll('*') ?? [])].find(
      (part) => part && part.scrollHeight > part.clientHeight + 50,
    )
    return new Promise<number[]>((resolve) => {
      const times: number[] = []
      const started = performance.now()
      let last = started
      const tick = (now: number) => {
        times.push(now - last)
        last = now
        scroller?.scrollBy(0, 24)
        if (now - started < seconds * 1000) requestAnimationFrame(tick)
        else resolve(times.slice(1))
      }
      requestAnimationFrame(tick)
    })
  }, FRAME_SECONDS)
  return frames
}

function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    email: { type: 'string' },
    password: { type: 'string' },
    depot: { type: 'string' },
  },
})
if (!values.email || !values.password) {
  console.error('Say who signs in: npm run bench:pages -- --email … --password … [--url …] [--depot …]')
  process.exit(2)
}
const browser = await chromium.launch({
  executablePath: systemChromium(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
})
try {
  const page = await signIn(browser, values.url, values.email, values.password)
  const at = (path: string) => (values.depot ? `${path}${path.includes('?') ? '&' : '?'}depot=${values.depot}` : path)
  console.log('| page | content after, ms |\n|---|---:|')
  for (const { name, path, content } of PAGES)
    console.log(`| ${name} | ${Math.round(await timeToContent(page, at(path), content))} |`)
  console.log('\n| scrolling | frames | p50 ms | p95 ms |\n|---|---:|---:|---:|')
  for (const path of ['/timeline', '/timeline?zoom=7d']) {
    await page.goto(at(path), { waitUntil: 'load' })
    const frames = await scrollFrames(page)
    console.log(
      `| ${path} | ${frames.length} | ${quantile(frames, 0.5).toFixed(1)} | ${quantile(frames, 0.95).toFixed(1)} |`,
    )
  }
} finally {
  await browser.close()
}
