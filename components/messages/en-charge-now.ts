import type { Message } from '@/components/messages/message'

/** The texts of charging at once, in English. */
export const enChargeNow = {
  'chargeNow.action': 'Charge now',
  'chargeNow.title': 'Charge {vehicle} now',
  'chargeNow.body':
    'At full power from now on, as far as the limit allows. The others are planned around it. It ends at the target or the departure, or when you cancel it.',
  'chargeNow.confirm': 'Charge now',
  'chargeNow.sending': 'Starting…',
  'chargeNow.done': '{vehicle} charges now.',
  'chargeNow.by': 'Charging now, by {name}',
  'chargeNow.cancel': 'Back to the plan',
  'chargeNow.cancelBody': 'It charges by the strategy again, and the others are planned around it.',
  'chargeNow.cancelled': 'It charges by the plan again.',
} as const satisfies Record<string, Message>
