/** Says what time it is. Injected wherever a decision depends on now, so that a test can choose the moment. */
export type Clock = () => Date

/** The machine's own clock. */
export const systemClock: Clock = () => new Date()
