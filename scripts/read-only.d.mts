/** Whether this user may not write there. */
export function isReadOnly(error: unknown): boolean

/** What to do where this user would have to build in the project's folder and may not. */
export function notBuilt(root: string, what: string): string
