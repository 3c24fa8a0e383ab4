import { refusal } from '@/app/(depot)/_data/call'
import { saveExceptions, saveRule } from '@/app/(depot)/fleet/[vehicleId]/save-rule'
import type { RuleForm } from '@/app/(depot)/fleet/[vehicleId]/use-rule-form'
import type { Text } from '@/components/messages/text'
import type { EvSchedule } from '@/lib/contract/schedule'

/** What is said when it is done. */
export type Toasted = { tone: 'good' | 'critical'; sentence: string }
type Where = { vehicleId: string; rule: EvSchedule | null; text: Text }

/**
 * Stores a rule as the form says it, then its single dates, and says what became of them.
 * @throws ApiProblem where the rule itself is refused: then nothing is stored
 */
export async function saveRecurring(form: RuleForm, { vehicleId, rule, text }: Where): Promise<Toasted> {
  if (!form.request) throw refusal(text('ruleForm.none'))
  const stored = await saveRule({ vehicleId, request: form.request, opened: rule, text })
  const refused: string[] = []
  for (const { ruleId, steps } of form.steps())
    refused.push(...(await saveExceptions({ vehicleId, ruleId: ruleId ?? stored }, steps)))
  const sentence = text(rule ? 'ruleForm.stored' : 'ruleForm.added')
  if (refused.length === 0) return { tone: 'good', sentence }
  return { tone: 'critical', sentence: `${sentence} ${text('ruleForm.refusedDates', { count: refused.length })}` }
}
