import { timestamp } from 'drizzle-orm/pg-core'

const CONFIG = { withTimezone: true, mode: 'date', precision: 3 } as const

/** A column of an instant, to the millisecond; named as its property unless `name` says otherwise. */
export const instant = (name?: string) => (name === undefined ? timestamp(CONFIG) : timestamp(name, CONFIG))
