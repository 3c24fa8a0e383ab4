import { expect, type Page, test } from '@playwright/test'
import { expectSettled, integration } from '@/e2e/depot'

/** What a page asks before it is left; each question is answered by `mayLeave`. */
function questionsOf(page: Page): { questions: string[]; mayLeave: boolean } {
  const asked = { questions: [] as string[], mayLeave: false }
  page.on('dialog', (dialog) => {
    asked.questions.push(dialog.message())
    void (asked.mayLeave ? dialog.accept() : dialog.dismiss())
  })
  return asked
}

test('another tab asks once before it takes unsaved changes along', async ({ page, request }) => {
  const api = await integration(request)
  await api.put('/locations/unsaved', { name: 'Unsaved', timeZone: 'UTC', powerLimitkW: 400 })
  await page.goto('/settings?depot=unsaved')
  await page.getByLabel('Power limit').fill('450')
  const asked = questionsOf(page)
  await page.getByRole('tab', { name: 'Staff' }).click()
  await expect(page.getByLabel('Power limit')).toHaveValue('450')
  expect(asked.questions).toHaveLength(1)
  asked.mayLeave = true
  await page.getByRole('tab', { name: 'Staff' }).click()
  await expect(page).toHaveURL(/tab=staff/)
  expect(asked.questions).toHaveLength(2)
})

test('Back asks before it takes unsaved changes along, and goes back once they may be lost', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  await api.put('/locations/unsaved', { name: 'Unsaved', timeZone: 'UTC', powerLimitkW: 400 })
  await page.goto('/fleet?depot=unsaved')
  await expectSettled(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page).toHaveURL(/settings/)
  await page.getByLabel('Power limit').fill('450')
  const asked = questionsOf(page)
  await page.evaluate(() => window.history.back())
  await expect.poll(() => asked.questions).toHaveLength(1)
  expect(asked.questions[0]).toContain('Leave without saving?')
  await expect(page).toHaveURL(/settings/)
  await expect(page.getByLabel('Power limit')).toHaveValue('450')
  asked.mayLeave = true
  await page.evaluate(() => window.history.back())
  await expect(page).toHaveURL(/fleet/)
  await expect(page.getByRole('heading', { name: 'Fleet' })).toBeVisible()
  expect(asked.questions).toHaveLength(2)
})

test('Back asks for a form in a dialog, too', async ({ page, request }) => {
  const api = await integration(request)
  await api.put('/locations/unsaved', { name: 'Unsaved', timeZone: 'UTC' })
  await page.goto('/?depot=unsaved')
  await expectSettled(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'API access' }).click()
  await page.getByRole('button', { name: 'New token' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Timetable')
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => {
    setTimeout(() => window.history.back())
  })
  await (await asked).dismiss()
  await expect(dialog.getByLabel('Name')).toHaveValue('Timetable')
  await expect(page).toHaveURL(/settings/)
})

test('what is shown once is lost by no Escape, and by Back only when one has said so', async ({ page, request }) => {
  const api = await integration(request)
  await api.put('/locations/unsaved', { name: 'Unsaved', timeZone: 'UTC' })
  await page.goto('/?depot=unsaved')
  await expectSettled(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'API access' }).click()
  await page.getByRole('button', { name: 'New token' }).first().click()
  await page.getByRole('dialog').getByLabel('Name').fill('Once')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const secret = page.getByRole('textbox', { name: 'Refresh token' })
  const value = await secret.inputValue()
  await page.keyboard.press('Escape')
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => {
    setTimeout(() => window.history.back())
  })
  const question = await asked
  expect(question.message()).toContain('shown this once')
  await question.dismiss()
  await expect(secret).toHaveValue(value)
  await page.getByRole('button', { name: 'I have copied it' }).click()
  await expect(secret).toHaveCount(0)
  await page.evaluate(() => window.history.back())
  await expect(page.getByRole('heading', { name: 'Readiness' })).toBeVisible()
})

test('a link to a depot that is not there says so, and shows no other', async ({ page }) => {
  await page.goto('/power?depot=nowhere')
  await expect(page.getByText('There is no depot “nowhere”')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Power' })).toHaveCount(0)
  await page.getByRole('button', { name: /^Go to/ }).click()
  await expect(page).not.toHaveURL(/nowhere/)
})

test('the end of a token is on the clock of the depot, on 24 hours, and a day alone counts to its end', async ({
  page,
  request,
}) => {
  const api = await integration(request)
  await api.put('/locations/unsaved', { name: 'Unsaved', timeZone: 'America/Los_Angeles' })
  await page.goto('/settings?tab=api&depot=unsaved')
  await page.getByRole('button', { name: 'New token' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Ends in winter')
  await form.getByLabel('Expires', { exact: true }).fill('2099-01-31')
  const sent = page.waitForRequest((one) => one.url().endsWith('/api/auth/tokens') && one.method() === 'POST')
  await form.getByRole('button', { name: 'Make the token' }).click()
  expect((await sent).postDataJSON().expiresAt).toBe('2099-02-01T07:59:00.000Z')
  await page.getByRole('button', { name: 'I have copied it' }).click()
  await expect(page.getByRole('row', { name: /Ends in winter/ })).toContainText('23:59')
})
