/** Bundles `<folder>/<name>.ts` to `.build/<name>.mjs` and returns that path; safe when two processes do it at once. */
export function bundle(name: string, folder?: string): Promise<string>
