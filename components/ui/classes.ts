import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: { classGroups: { 'font-size': [{ text: ['2xs'] }], shadow: [{ shadow: ['1', '2'] }] } },
})

/** Joins class names; of two Tailwind classes for the same property the later one holds. */
export function classes(...values: ClassValue[]): string {
  return merge(clsx(values))
}
