import type { Text } from '@/components/messages/text'

const WORDS = {
  path: 'reference.place.path',
  query: 'reference.place.query',
  header: 'reference.place.header',
} as const

/** Where a parameter stands, in the reader's words. */
export function placeWord(place: string, text: Text): string {
  return place in WORDS ? text(WORDS[place as keyof typeof WORDS]) : place
}
