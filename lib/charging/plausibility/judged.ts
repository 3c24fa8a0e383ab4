/** A value as it is believed, and why it is not the one that was sent. null: nothing is believed. */
export type Judged<T> = { value: T | null; warning?: string }
