import { type SQL, sql } from 'drizzle-orm'

/** Rows as one parameter, for `jsonb_to_recordset`: one statement reads or writes any number of them. */
export function rowsParameter(rows: readonly object[]): SQL {
  return sql`${JSON.stringify(rows)}::text::jsonb`
}
