declare module 'readyline:api-routes' {
  import type { ApiRoute } from '@/lib/http/api-router'

  /** Every `route.ts` below `app/api`, listed by the bundler (scripts/run.mjs) from the folder itself. */
  const routes: ApiRoute[]
  export default routes
}
