import { connection } from '@/lib/db/client'
import { ChangeHub } from '@/lib/live/hub'

/** The hub of this process. */
export const changeHub = new ChangeHub(() => connection().db)
