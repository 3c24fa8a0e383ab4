import { rmSync } from 'node:fs'

/** Removes the run's database folder; the server has been stopped by then. */
export default function removeData(): void {
  const folder = process.env.E2E_DATA_DIR
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
}
