import type { Message } from '@/components/messages/message'

/**
 * A catalogue in another language: the same keys, no more and no fewer, and plural forms where the original has them.
 * catalogues.test.ts holds the placeholders.
 */
export type Translation<Original> = {
  readonly [K in keyof Original]: Original[K] extends string ? string : Exclude<Message, string>
}
