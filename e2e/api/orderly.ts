import { expect } from 'vitest'

export type Answered = { status: number; type: string; body: string }

/** What must hold of every answer, whatever was asked: no failure of ours, and refusals as problems that leak nothing. */
export function expectOrderly({ status, type, body }: Answered, asked: string): void {
  expect(status, `${asked} → ${body.slice(0, 500)}`).toBeLessThan(500)
  expect(body, asked).not.toMatch(
    /<html|<!doctype|\bat .+\.(ts|mjs|js):\d+|PostgresError|\bselect .+ from\b|insert into|node_modules/i,
  )
  if (status < 400 || body === '') return
  expect(type, asked).toContain('application/problem+json')
  const problem = JSON.parse(body)
  expect(problem, asked).toMatchObject({
    type: expect.any(String),
    title: expect.any(String),
    status,
    detail: expect.any(String),
    instance: expect.any(String),
  })
  for (const fault of problem.errors ?? [])
    expect(fault, asked).toEqual({ path: expect.any(String), message: expect.stringMatching(/./) })
  if (status === 400 || status === 422) expect(problem.errors?.length, asked).toBeGreaterThan(0)
}
