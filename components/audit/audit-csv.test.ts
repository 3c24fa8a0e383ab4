import { expect, test } from 'vitest'
import { auditCsv } from '@/components/audit/audit-csv'
import { textIn } from '@/components/messages/text'

const english = { locale: 'en-GB', text: textIn('en') }
const german = { locale: 'de-DE', text: textIn('de') }

test('a line is a property, and a value that a spreadsheet would compute is text', () => {
  const csv = auditCsv(
    [
      {
        ...{ id: 'audit_1', at: '2026-11-29T03:00:00Z', by: { kind: 'staff', id: 'a', name: 'Virta, Aino' } },
        ...{ kind: 'vehicle', objectId: 'bus-12', vehicleId: 'bus-12', action: 'changed', from: '10.0.0.7' },
        ...{ before: { name: '12' }, after: { name: '=1+1', targetSoC: 90 } },
      },
    ],
    english,
  )
  expect(csv.split('\r\n')).toEqual([
    'Time,By,From,What,Id,Vehicle,Change,Property,Before,After,Request',
    `2026-11-29T03:00:00Z,"Virta, Aino",10.0.0.7,vehicle,bus-12,bus-12,changed,name,12,'=1+1,`,
    '2026-11-29T03:00:00Z,"Virta, Aino",10.0.0.7,vehicle,bus-12,bus-12,changed,targetSoC,,90,',
    '',
  ])
})

test('a number has the decimal sign of the spreadsheets that open it', () => {
  const changed = { kind: 'schedule', objectId: 's1', vehicleId: 'bus-12', action: 'changed' } as const
  const by = { kind: 'staff', id: 'a', name: 'Aino' } as const
  const entry = { id: 'audit_1', at: '2026-11-29T03:00:00Z', by, ...changed }
  const csv = auditCsv([{ ...entry, before: { targetSoC: 80 }, after: { targetSoC: 92.5 } }], german)
  expect(csv.split('\r\n')[1]).toBe('2026-11-29T03:00:00Z;Aino;;schedule;s1;bus-12;changed;targetSoC;80;92,5;')
})

test('the headings are in the language of who opens it', () => {
  expect(auditCsv([], german)).toBe(
    'Zeit;Von wem;Adresse;Was;Kennung;Fahrzeug;Änderung;Eigenschaft;Vorher;Nachher;Anfrage\r\n',
  )
  expect(auditCsv([], { locale: 'fi-FI', text: textIn('fi') })).toMatch(/^Aika;Tekijä;/)
})
