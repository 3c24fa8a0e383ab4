/**
 * The arrows between the rooms: what each may import besides itself. They point down only; the README draws them and
 * arrows.test.ts checks every file. `plan-request` is the one door by which nouns ask for a plan; `site` and `stays` take types of the planner only.
 */
export const ARROWS: Record<string, readonly string[]> = {
  errors: [],
  planner: [],
  'if-match': ['errors'],
  contract: [],
  time: ['contract'],
  env: [],
  limits: [],
  'describe-error': [],
  slices: [],
  log: ['env', 'describe-error'],
  db: ['env', 'limits', 'log', 'errors', 'contract'],
  context: ['db'],
  'plan-request': ['db', 'contract'],
  site: ['contract', 'db', 'planner', 'time'],
  stays: ['contract', 'db', 'planner', 'time'],
  auth: ['contract', 'context', 'db', 'env', 'errors', 'log', 'time'],
  metrics: ['context', 'contract', 'db', 'plan-request'],
  http: ['auth', 'contract', 'context', 'db', 'env', 'limits', 'errors', 'log', 'if-match', 'metrics'],
  locations: ['contract', 'context', 'db', 'errors', 'if-match', 'time', 'plan-request', 'schedules'],
  vehicles: ['contract', 'context', 'db', 'errors', 'if-match', 'time', 'plan-request', 'schedules', 'charging'],
  schedules: ['contract', 'context', 'db', 'errors', 'slices', 'time', 'plan-request', 'stays', 'charging'],
  charging: ['contract', 'context', 'db', 'errors', 'time', 'plan-request', 'stays'],
  planning: [
    'planner',
    'site',
    'stays',
    'contract',
    'context',
    'db',
    'env',
    'errors',
    'log',
    'time',
    'plan-request',
    'vehicles',
    'schedules',
    'locations',
    'charging',
  ],
  stations: [
    'contract',
    'context',
    'db',
    'errors',
    'if-match',
    'time',
    'plan-request',
    'locations',
    'vehicles',
    'charging',
  ],
  ocpp: [
    'stations',
    'charging',
    'planning',
    'auth',
    'metrics',
    'contract',
    'context',
    'db',
    'env',
    'errors',
    'log',
    'time',
  ],
  retention: ['auth', 'charging', 'planning', 'db', 'env', 'log'],
  'readiness/verdict': ['contract', 'time'],
  readiness: [
    'readiness/verdict',
    'plan-request',
    'planning',
    'site',
    'stays',
    'charging',
    'locations',
    'contract',
    'context',
    'db',
    'errors',
    'time',
  ],
  openapi: ['contract', 'http'],
  demo: ['contract', 'context', 'time', 'vehicles', 'locations', 'schedules', 'charging', 'planning'],
  import: ['contract', 'time'],
  'components/ui': ['components/format', 'components/messages', 'contract'],
  'components/messages': ['contract'],
  'components/format': ['components/messages', 'contract', 'time'],
  components: ['components/ui', 'components/messages', 'components/format', 'contract', 'time'],
}

/**
 * What pages, routes and commands may import. A page has no verb and no database: it asks the API. A route has the
 * verbs of its noun and the wrapper. Only a command that is started by hand or by the launcher touches the database itself.
 */
export const OUTSIDE: Record<string, readonly string[]> = {
  'app/api': [
    ...['http', 'contract', 'errors', 'auth', 'metrics', 'openapi', 'demo'],
    ...['vehicles', 'locations', 'schedules', 'charging', 'stations', 'planning', 'readiness'],
  ],
  app: ['components', 'components/ui', 'components/messages', 'components/format', 'contract', 'auth', 'openapi'],
  scripts: ['auth', 'contract', 'db', 'env', 'http', 'import', 'log', 'ocpp', 'planner', 'planning', 'retention'],
}

/** The one room that writes each table, except where a second one is named with what it writes there. */
export const WRITERS: Record<string, string> = {
  ...{ user: 'auth', session: 'auth', account: 'auth', verification: 'auth' },
  ...{ access_attempt: 'auth', refresh_token: 'auth' },
  ...{ vehicle_location: 'vehicles', charging_port: 'vehicles', vehicle_token: 'vehicles' },
  location: 'locations',
  ...{ rule: 'schedules', rule_version: 'schedules', rule_exception: 'schedules' },
  ...{ stay: 'stays', plan: 'stays', plan_elapsed: 'stays' },
  ...{ charging_event: 'charging', charging_session: 'charging', metered_interval: 'charging' },
  plan_request: 'plan-request',
  ...{ plan_lease: 'planning', plan_run: 'planning', plan_version: 'planning', plan_forecast: 'planning' },
  ...{ site_peak: 'planning', site_peak_so_far: 'planning' },
  ...{ charging_station: 'stations', station_waiting: 'stations' },
  ...{ gateway_instance: 'ocpp', station_state: 'ocpp', station_message: 'ocpp' },
  /** charging: what the vehicle itself said last, `v2icp`. */
  vehicle: 'charging, vehicles',
  /** ocpp: that a command was sent, and the station's answer. */
  station_command: 'ocpp, stations',
  /** A row a key: the setup token, how far back raw readings reach, which stays have been dealt with. */
  app_state: 'auth, charging, stays',
}
