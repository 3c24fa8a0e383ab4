import type { ReadinessReason } from '@/lib/contract/readiness'

const WORDS: Partial<Record<ReadinessReason, string>> = {
  'stay-too-short': 'The stay is too short, even at full power.',
  'site-limit': 'The depot’s power limit leaves too little.',
  'not-plugged-in': 'It is due and not plugged in.',
  'soc-unknown': 'Its state of charge is not known.',
  'started-too-late': 'Charging began too late to finish.',
  'charging-curve': 'Its battery takes less as it fills.',
  'delivers-less': 'Its charger gives less than was ordered.',
  'not-charging': 'It is plugged in, should charge, and does not.',
  fault: 'Its charger reports a fault.',
  'not-heard-of': 'Nothing is heard of it.',
  'charger-offline': 'Its charger is offline.',
  'vehicle-takes-nothing': 'The vehicle takes no power.',
  'charger-gives-nothing': 'The charger gives no power.',
  'not-begun': 'It is plugged in, and the charging has not begun.',
  'session-ended': 'The charger has ended the charging.',
  'frozen-plan': 'Its plan is frozen and gives it too little.',
}

/** Why a vehicle is in its state, as a sentence; nothing where there is none to say. */
export function reasonWords(reason: ReadinessReason | undefined): string {
  return (reason && WORDS[reason]) ?? ''
}
