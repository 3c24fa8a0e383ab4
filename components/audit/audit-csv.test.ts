import { expect, test } from 'vitest'
import { auditCsv } from '@/components/audit/audit-csv'

test('a line is a property, and a value that a spreadsheet would compute is text', () => {
  const csv = auditCsv(
    [
      {
        ...{ id: 'audit_1', at: '2026-11-29T03:00:00Z', by: { kind: 'staff', id: 'a', name: 'Virta, Aino' } },
        ...{ kind: 'vehicle', objectId: 'bus-12', vehicleId: 'bus-12', action: 'changed', from: '10.0.0.7' },
        ...{ before: { name: '12' }, after: { name: '=1+1', targetSoC: 90 } },
      },
    ],
    'en-GB',
  )
  expect(csv.split('\r\n')).toEqual([
    'time,by,from,what,id,vehicle,change,property,before,after,request',
    `2026-11-29T03:00:00Z,"Virta, Aino",10.0.0.7,vehicle,bus-12,bus-12,changed,name,12,'=1+1,`,
    '2026-11-29T03:00:00Z,"Virta, Aino",10.0.0.7,vehicle,bus-12,bus-12,changed,targetSoC,,90,',
    '',
  ])
})

test('a number has the decimal sign of the spreadsheets that open it', () => {
  const changed = { kind: 'schedule', objectId: 's1', vehicleId: 'bus-12', action: 'changed' } as const
  const by = { kind: 'staff', id: 'a', name: 'Aino' } as const
  const entry = { id: 'audit_1', at: '2026-11-29T03:00:00Z', by, ...changed }
  const csv = auditCsv([{ ...entry, before: { targetSoC: 80 }, after: { targetSoC: 92.5 } }], 'de-DE')
  expect(csv.split('\r\n')[1]).toBe('2026-11-29T03:00:00Z;Aino;;schedule;s1;bus-12;changed;targetSoC;80;92,5;')
})
