import { createScratchDatabase } from '@/lib/db/fixtures/scratch-database'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/** A migrated throw-away database for a server process, which brings its own connections. */
export async function createTestDatabase(testProcess?: string): Promise<TestDatabase> {
  const { url, connection, drop } = await createScratchDatabase(testProcess)
  await connection.close()
  return { url, drop }
}
