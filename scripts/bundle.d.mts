/**
 * Bundles `<folder>/<name>.ts` to `.build/<name>.mjs` and returns that path; safe when two processes do it at once.
 * Nothing is written where that file is up to date.
 * @throws with a sentence where it would have to be written and may not
 */
export function bundle(name: string, folder?: string): Promise<string>

/** Bundles what the planner's threads run, and returns its path. */
export function bundlePlannerThread(): Promise<string>
