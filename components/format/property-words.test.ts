import { expect, test } from 'vitest'
import { propertyName, propertyValue } from '@/components/format/property-words'
import { textIn } from '@/components/messages/text'

const now = Date.parse('2026-11-30T12:00:00Z')
const german = { locale: 'de-DE', zone: 'Europe/Berlin', now, text: textIn('de') }

test('a property has the name that its form gives it in the reader’s language, and else the API’s', () => {
  expect(propertyName('schedule', 'plannedDepartureTime', german.text)).toBe('Abfahrt')
  expect(propertyName('location', 'targetSoC', german.text)).toBe(german.text('depotForm.targetSoC'))
  expect(propertyName('location', 'powerLimits', german.text)).toBe(german.text('limits.button'))
  expect(propertyName('alarm', 'acknowledgedBy', german.text)).toBe('acknowledgedBy')
})

test('a value is written as its reader writes it: units, decimal sign, yes and no, and times on the depot’s clock', () => {
  expect(propertyValue('targetSoC', 80.5, german)).toBe('80,5\u00A0%')
  expect(propertyValue('fullChargeEnergykWh', 400, german)).toBe('400\u00A0kWh')
  expect(propertyValue('priority', -3, german)).toBe('-3')
  expect(propertyValue('supportsPauseResume', 'false', german)).toBe('nein')
  expect(propertyValue('blockId', null, german)).toBe(german.text('audit.nothing'))
  expect(propertyValue('plannedDepartureTime', '2026-11-30T23:30:00.000Z', german)).toBe('Di. 1. Dez. 00:30')
  expect(propertyValue('dates', '2025-11-30T12:00:00Z; 2026-11-30T12:00:00Z', german)).toMatch(/2025 13:00; .* 13:00$/)
})

test('a strategy, a role and a password that was replaced are told in words', () => {
  expect(propertyValue('strategy', 'lowest-cost', german)).toBe(german.text('strategy.lowest-cost'))
  expect(propertyValue('role', 'write', german)).toBe(german.text('role.write'))
  expect(propertyValue('password', 'replaced', german)).toBe('ersetzt')
  expect(propertyValue('name', 'balanced', german)).toBe('balanced')
})
