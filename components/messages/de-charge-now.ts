import type { enChargeNow } from '@/components/messages/en-charge-now'
import type { Translation } from '@/components/messages/translation'

/** The texts of charging at once, in German. */
export const deChargeNow = {
  'chargeNow.action': 'Sofort laden',
  'chargeNow.title': '{vehicle} sofort laden',
  'chargeNow.body':
    'Ab jetzt mit voller Leistung, soweit das Limit es zulässt. Die anderen werden darum herum geplant. Es endet am Ziel, bei der Abfahrt oder wenn Sie es abbrechen.',
  'chargeNow.confirm': 'Sofort laden',
  'chargeNow.sending': 'Wird gestartet…',
  'chargeNow.done': '{vehicle} lädt jetzt.',
  'chargeNow.by': 'Lädt sofort, durch {name}',
  'chargeNow.cancel': 'Zurück zum Plan',
  'chargeNow.cancelBody': 'Es lädt wieder nach der Strategie, und die anderen werden darum herum geplant.',
  'chargeNow.cancelled': 'Es wird wieder nach Plan geladen.',
} satisfies Translation<typeof enChargeNow>
