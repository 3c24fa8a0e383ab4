import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { contrast } from '@/components/ui/contrast'

const css = readFileSync(fileURLToPath(new URL('../../app/globals.css', import.meta.url)), 'utf8')
const [lightCss = '', darkCss = ''] = css.split('@utility blue-hour')

function tokensOf(block: string): Map<string, string> {
  const end = block.indexOf('@theme')
  return new Map(
    [...block.slice(0, end < 0 ? undefined : end).matchAll(/--([\w-]+):\s*(oklch\([^)]*\))/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
}

const themes = { light: tokensOf(lightCss), dark: tokensOf(darkCss) }
const grounds = ['paper', 'surface', 'sunken']
const states = ['critical', 'urgent', 'caution', 'good', 'calm', 'muted']

/** Pairs of text and ground that occur: normal text needs 4.5 (WCAG 2.2 AA, 1.4.3). */
const texts: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'accent-strong'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ...states.flatMap((state) =>
    [`${state}-soft`, 'surface', 'sunken'].map((ground): [string, string] => [state, ground]),
  ),
  ['accent-strong', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-critical', 'critical'],
  ['paper', 'ink'],
  ['chart-soc', 'surface'],
]

/** Controls and what a chart is read by need 3 (1.4.11). */
const graphics: [string, string][] = [
  ['line-control', 'surface'],
  ['line-control', 'paper'],
  ['accent', 'paper'],
  ['chart-ev', 'surface'],
  ['chart-limit', 'surface'],
  ['chart-soc', 'surface'],
  ['chart-uncontrolled', 'surface'],
  ['chart-now', 'surface'],
]

describe.each(Object.entries(themes))('the %s theme', (_name, tokens) => {
  const ratio = ([one, other]: [string, string]) => contrast(tokens.get(one) ?? '', tokens.get(other) ?? '')

  test('has readable text on every ground it stands on', () => {
    const faint = texts
      .filter((pair) => ratio(pair) < 4.5)
      .map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`)
    expect(faint).toEqual([])
  })

  test('has controls and chart lines that stand out', () => {
    const faint = graphics
      .filter((pair) => ratio(pair) < 3)
      .map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`)
    expect(faint).toEqual([])
  })
})

test('contrast is 21 for black on white and 1 for a colour on itself', () => {
  expect(contrast('oklch(0 0 0)', 'oklch(1 0 0)')).toBeCloseTo(21, 1)
  expect(contrast('oklch(0.5 0.1 30)', 'oklch(0.5 0.1 30)')).toBe(1)
})
