declare module 'readyline:api-routes' {
  import type { ApiRoute } from '@/lib/http/api-router'

  /** Every `route.ts` below `app/api`, listed by the bundler (scripts/bundle.mjs) from the folder itself. */
  const routes: ApiRoute[]
  export default routes
}
