import { describe, expect, it } from 'vitest'
import { stayValue } from '@/lib/planning/fixtures/depot-values'
import { preconditioningOf } from '@/lib/stays/preconditioning'

const asked = { preconditioning: true, interiorHvac: 'HotWaterAndHeating' }
const posted = {
  vehiclePreconditioningEnergykWh: 10,
  vehiclePreconditioningTimeMs: 1_800_000,
  batteryPreconditioningTimeMs: 600_000,
}
const none = { vehiclePreconditioningEnergykWh: 0, vehiclePreconditioningTimeMs: 0, batteryPreconditioningTimeMs: 0 }

describe('preconditioningOf', () => {
  it.each([
    ['nothing where the vehicle does not ask', { preconditioning: posted }, none],
    [
      'nothing without interior climate',
      { v2icpParameters: { ...asked, interiorHvac: 'NoPreconditioning' }, preconditioning: posted },
      none,
    ],
    ['what was posted', { v2icpParameters: asked, preconditioning: posted }, posted],
    ['nothing where nothing was posted', { v2icpParameters: asked }, none],
    [
      'the last message before what was posted, minutes and Wh',
      {
        v2icpParameters: asked,
        preconditioning: posted,
        v2icp: { v2icp: { prec_reqtime: 20, prec_eamount: 8_000, bat_reqtime: 15 } },
      },
      {
        vehiclePreconditioningEnergykWh: 8,
        vehiclePreconditioningTimeMs: 1_200_000,
        batteryPreconditioningTimeMs: 900_000,
      },
    ],
    [
      'what was posted where the message has no value',
      {
        v2icpParameters: asked,
        preconditioning: posted,
        v2icp: { v2icp: { prec_reqtime: 65_535, prec_eamount: 65_535, bat_reqtime: 255 } },
      },
      posted,
    ],
    ...[
      { prec_reqtime: 255, prec_eamount: 255, bat_reqtime: 65_535 },
      { prec_reqtime: 1e9, prec_eamount: 1e12, bat_reqtime: 70_000 },
      { prec_reqtime: -1, prec_eamount: '8000', bat_reqtime: null },
    ].map((message): [string, object, typeof posted] => [
      `what was posted where the message has no possible value (${Object.values(message)})`,
      { v2icpParameters: asked, preconditioning: posted, v2icp: { v2icp: message } },
      posted,
    ]),
    [
      'a shorter time, not to fall below the minimum power',
      { v2icpParameters: asked, preconditioning: posted, minPreconditioningPowerKw: 40 },
      { ...posted, vehiclePreconditioningTimeMs: 900_000 },
    ],
    [
      'no energy without a time',
      { v2icpParameters: asked, preconditioning: { vehiclePreconditioningEnergykWh: 10 } },
      none,
    ],
  ])('is %s', (_, vehicle, expected) => {
    expect(preconditioningOf(stayValue({ vehicle }).vehicle)).toEqual(expected)
  })
})
