/**
 * A slow model of a vehicle's schedules for tests, written from the contract's sentences and not from the code under
 * test: a rule is a bag of occurrences that are written out one by one, every question is a loop over all of them. Times are
 * hours since an epoch midnight in UTC; a rule recurs every `every` days, `count` times.
 */
export type ModelEntry = {
  location: string
  from: number
  to: number
  target: number | null
  priority: number | null
  every?: number
  count?: number
}
type Terms = { location: string; from: number; to: number; target: number; priority: number }
type ModelStay = Terms & { id: string; connected: boolean; chargedFrom: number | null }
type ModelOccurrence = Terms & { date: number; own: Set<keyof Terms>; skipped: boolean; begun: boolean }
type Pattern = Terms & { every: number; count: number }
export type ModelRule = { id: string; says: Pattern; over: boolean; occurrences: ModelOccurrence[] }
export type ModelState = { stays: ModelStay[]; rules: ModelRule[] }
export type ModelAnswer = { ids: string[]; removed: string[]; skipped: number[] } | { refused: 409 | 422 }

const DAYS = 40
export const DEFAULT_TARGET = 100
const dayOf = (hour: number) => Math.floor(hour / 24)
const lives = (occurrence: ModelOccurrence) => !occurrence.skipped && occurrence.to > occurrence.from

/** What a pattern says, occurrence by occurrence. */
function written({ every, count, ...first }: Pattern): { date: number; from: number; to: number }[] {
  return Array.from({ length: Math.min(count, DAYS) }, (_, index) => ({
    date: dayOf(first.from) + index * every,
    from: first.from + index * every * 24,
    to: first.to + index * every * 24,
  }))
}

const nextSaid = (rule: ModelRule, now: number) =>
  rule.over ? undefined : written(rule.says).find(({ to }) => to > now)?.to

/** Notes which occurrences have begun, before anything else happens at `now`. */
function passTime(state: ModelState, now: number): void {
  for (const rule of state.rules)
    for (const occurrence of rule.occurrences) if (lives(occurrence) && occurrence.from <= now) occurrence.begun = true
}

/** Every stay that there is, dated or an occurrence, with what it is called. */
export function everyStay(state: ModelState): (Terms & { id: string; rule?: string })[] {
  const occurrences = state.rules.flatMap((rule) =>
    rule.occurrences
      .filter(lives)
      .map((occurrence) => ({ ...terms(occurrence), id: occurrenceName(rule, occurrence), rule: rule.id })),
  )
  return [...state.stays.map((stay) => ({ ...terms(stay), id: stay.id })), ...occurrences].sort(
    (a, b) => a.from - b.from || (a.id < b.id ? -1 : 1),
  )
}

function terms({ location, from, to, target, priority }: Terms): Terms {
  return { location, from, to, target, priority }
}

export function occurrenceName(rule: { id: string }, occurrence: { date: number }): string {
  const date = new Date(occurrence.date * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  return `${rule.id}:${date}`
}

function wanted(entry: ModelEntry): Terms {
  const { location, from, to } = entry
  return { location, from, to, target: entry.target ?? DEFAULT_TARGET, priority: entry.priority ?? 0 }
}

function saysOf(entry: ModelEntry): Pattern {
  return { ...wanted(entry), every: entry.every ?? 1, count: entry.count ?? DAYS }
}

type Found =
  | { kind: 'stay'; stay: ModelStay }
  | { kind: 'occurrence'; rule: ModelRule; occurrence: ModelOccurrence }
  | { kind: 'rule'; rule: ModelRule }
  | { kind: 'past'; id: string | undefined }
  | { kind: 'new' }

/** POST, sentence by sentence. Changes `state` only when it is not refused. */
export function modelPost(
  state: ModelState,
  call: {
    now: number
    entries: ModelEntry[]
    replace: boolean
    visible: (location: string) => boolean
    newId: () => string
  },
): { answer: ModelAnswer; state: ModelState } {
  const { now, entries, replace, visible, newId } = call
  const next = structuredClone(state)
  passTime(next, now)
  const found = findAll(next, entries, now, visible)
  const touched = new Map<object, number>()
  const ids: (string | undefined)[] = []
  const order = [...entries.keys()].sort(
    (a, b) => Number(found[b]?.kind === 'occurrence') - Number(found[a]?.kind === 'occurrence') || a - b,
  )
  for (const index of order) {
    const [entry, match] = [entries[index], found[index]]
    if (!entry || !match) continue
    if (match.kind === 'past') ids[index] = match.id
    else if (match.kind === 'stay') {
      Object.assign(match.stay, wanted(entry))
      touched.set(match.stay, index)
      ids[index] = match.stay.id
    } else if (match.kind === 'occurrence') {
      changeOccurrence(match.occurrence, wanted(entry))
      match.occurrence.begun = true
      touched.set(match.occurrence, index)
      ids[index] = occurrenceName(match.rule, match.occurrence)
    } else if (match.kind === 'rule') {
      changeRule(match.rule, saysOf(entry), now)
      touched.set(match.rule, index)
      ids[index] = match.rule.id
    } else {
      const made = entry.every === undefined ? makeStay(next, entry, newId()) : makeRule(next, entry, now, newId())
      touched.set(made, index)
      ids[index] = made.id
    }
  }
  const removed = replace ? removeOthers(next, touched, now, visible) : []
  const refused = clash(next, touched, now)
  if (refused) return { answer: { refused }, state }
  const skipped = [...entries.keys()].filter((index) => found[index]?.kind === 'past' && ids[index] === undefined)
  return { answer: { ids: ids.filter((id) => id !== undefined), removed, skipped }, state: next }
}

function findAll(
  state: ModelState,
  entries: ModelEntry[],
  now: number,
  visible: (location: string) => boolean,
): Found[] {
  const used = new Set<object>()
  const found: (Found | undefined)[] = entries.map(() => undefined)
  const take = (index: number, match: Found, thing: object) => {
    used.add(thing)
    found[index] = match
  }
  const ongoing = (entry: ModelEntry) => entry.every === undefined && entry.from <= now && now < entry.to
  const occurrences = () =>
    state.rules
      .flatMap((rule) => rule.occurrences.filter(lives).map((occurrence) => ({ rule, occurrence })))
      .filter(({ occurrence }) => !used.has(occurrence))
  entries.forEach((entry, index) => {
    if (!ongoing(entry)) return
    const here = (stay: Terms) => stay.location === entry.location
    const stay = state.stays.find((one) => !used.has(one) && here(one) && one.from <= now && now < one.to)
    const occurrence = occurrences().find(
      (one) => here(one.occurrence) && one.occurrence.from <= now && now < one.occurrence.to,
    )
    const connected = state.stays
      .filter((one) => !used.has(one) && here(one) && one.connected)
      .sort((a, b) => b.from - a.from)
    const candidates: Found[] = [
      ...(stay ? [{ kind: 'stay', stay } as const] : []),
      ...(occurrence ? [{ kind: 'occurrence', ...occurrence } as const] : []),
      ...connected.map((one) => ({ kind: 'stay', stay: one }) as const),
    ]
    const leaves = (match: Found) =>
      match.kind === 'stay' ? match.stay.to : match.kind === 'occurrence' ? match.occurrence.to : 0
    const chosen = candidates.find((match) => leaves(match) === entry.to) ?? candidates[0]
    if (chosen?.kind === 'stay') take(index, chosen, chosen.stay)
    if (chosen?.kind === 'occurrence') take(index, chosen, chosen.occurrence)
  })
  entries.forEach((entry, index) => {
    if (found[index]) return
    if (entry.every !== undefined) {
      const departs = written(saysOf(entry)).find(({ to }) => to > now)?.to
      const rule = state.rules.find(
        (one) =>
          !used.has(one) && visible(one.says.location) && departs !== undefined && nextSaid(one, now) === departs,
      )
      if (departs === undefined) found[index] = { kind: 'past', id: undefined }
      else if (rule) take(index, { kind: 'rule', rule }, rule)
      return
    }
    const stay = state.stays.find((one) => !used.has(one) && visible(one.location) && one.to === entry.to)
    if (entry.to <= now) found[index] = { kind: 'past', id: stay?.id }
    else if (stay) found[index] = { kind: 'stay', stay }
    if (stay) used.add(stay)
  })
  entries.forEach((entry, index) => {
    if (found[index] || !ongoing(entry)) return
    const recently = (one: Terms) => one.location === entry.location && one.to <= now && one.to >= now - 0.5
    const stays = state.stays
      .filter((one) => !used.has(one) && recently(one))
      .map((stay) => ({ kind: 'stay', stay, to: stay.to }) as const)
    const ended = occurrences()
      .filter(({ occurrence }) => recently(occurrence))
      .map((one) => ({ kind: 'occurrence', ...one, to: one.occurrence.to }) as const)
    const last = [...stays, ...ended].sort((a, b) => b.to - a.to)[0]
    if (last?.kind === 'stay') take(index, last, last.stay)
    if (last?.kind === 'occurrence') take(index, last, last.occurrence)
  })
  return found.map((match) => match ?? { kind: 'new' })
}

function changeOccurrence(occurrence: ModelOccurrence, to: Terms): void {
  for (const name of Object.keys(to) as (keyof Terms)[]) {
    if (occurrence[name] === to[name]) continue
    occurrence.own.add(name)
    Object.assign(occurrence, { [name]: to[name] })
  }
}

/** What has not begun is written anew; an occurrence's own values stay, but where the rule moves the same property. */
export function changeRule(rule: ModelRule, says: Pattern, now: number): void {
  const same = (Object.keys(says) as (keyof Pattern)[]).every((name) => says[name] === rule.says[name])
  if (same) return
  const was = new Map(written(rule.says).map((occurrence) => [occurrence.date, occurrence]))
  const begun = rule.occurrences.filter((occurrence) => occurrence.begun)
  const coming = new Map(
    rule.occurrences.filter((occurrence) => !occurrence.begun).map((occurrence) => [occurrence.date, occurrence]),
  )
  const covered = (one: { from: number; to: number }) =>
    begun.some(
      (occurrence) => lives(occurrence) && occurrence.to > now && one.from < occurrence.to && occurrence.from < one.to,
    )
  const occurrences = written(says).flatMap((said): ModelOccurrence[] => {
    const before = coming.get(said.date)
    const fresh: ModelOccurrence = {
      ...terms({ ...says, ...said }),
      date: said.date,
      own: new Set(),
      skipped: before?.skipped ?? false,
      begun: false,
    }
    if (before && !before.skipped) {
      const old = was.get(said.date)
      for (const name of before.own) {
        const moved = name === 'from' || name === 'to' ? old?.[name] !== said[name] : rule.says[name] !== says[name]
        if (moved) continue
        fresh.own.add(name)
        Object.assign(fresh, { [name]: before[name] })
      }
    }
    const exists = !begun.some(({ date }) => date === said.date) && Math.max(said.to, fresh.to) > now
    if (exists && covered(fresh)) fresh.skipped = true
    return exists ? [fresh] : []
  })
  rule.says = says
  rule.occurrences = [...begun, ...occurrences]
}

function makeStay(state: ModelState, entry: ModelEntry, id: string): ModelStay {
  const stay = { ...wanted(entry), id, connected: false, chargedFrom: null }
  state.stays.push(stay)
  return stay
}

function makeRule(state: ModelState, entry: ModelEntry, now: number, id: string): ModelRule {
  const says = saysOf(entry)
  const occurrences = written(says)
    .filter(({ to }) => to > now)
    .map((said) => ({
      ...terms({ ...says, ...said }),
      date: said.date,
      own: new Set<keyof Terms>(),
      skipped: false,
      begun: false,
    }))
  const rule = { id, says, over: false, occurrences }
  state.rules.push(rule)
  return rule
}

function removeOthers(
  state: ModelState,
  touched: Map<object, number>,
  now: number,
  visible: (location: string) => boolean,
): string[] {
  const removed: string[] = []
  for (const stay of [...state.stays]) {
    if (touched.has(stay) || stay.to <= now || !visible(stay.location)) continue
    removed.push(stay.id)
    if (stay.chargedFrom !== null) close(stay, now)
    else state.stays.splice(state.stays.indexOf(stay), 1)
  }
  for (const rule of [...state.rules]) {
    const ahead =
      nextSaid(rule, now) !== undefined ||
      rule.occurrences.some((occurrence) => lives(occurrence) && occurrence.to > now)
    if (rule.over || touched.has(rule) || !ahead || !visible(rule.says.location)) continue
    removed.push(rule.id)
    for (const occurrence of rule.occurrences)
      if (occurrence.from <= now && now < occurrence.to && !touched.has(occurrence)) occurrence.skipped = true
    endRule(state, rule)
  }
  for (const rule of state.rules) {
    for (const occurrence of rule.occurrences) {
      if (!rule.over || !lives(occurrence) || occurrence.from > now || occurrence.to <= now || touched.has(occurrence))
        continue
      if (!visible(occurrence.location) || removed.includes(rule.id)) continue
      removed.push(occurrenceName(rule, occurrence))
      occurrence.skipped = true
    }
  }
  return removed
}

function close(stay: ModelStay, now: number): void {
  if (stay.from > now) stay.from = Math.min(stay.chargedFrom ?? now, now)
  stay.to = now
}

/** What has not begun goes; a rule of which nothing has begun goes itself. */
export function endRule(state: ModelState, rule: ModelRule): void {
  rule.over = true
  rule.occurrences = rule.occurrences.filter((occurrence) => occurrence.begun)
  if (!rule.occurrences.some(lives)) state.rules.splice(state.rules.indexOf(rule), 1)
}

/** Two stays that share time after now: 422 when two entries are about them, 409 when one of them is stored. */
function clash(state: ModelState, touched: Map<object, number>, now: number): 409 | 422 | undefined {
  const all = [
    ...state.stays.map((stay) => ({
      stay: stay as Terms,
      owner: stay as object,
      entry: touched.get(stay),
      own: false,
    })),
    ...state.rules.flatMap((rule) =>
      rule.occurrences.filter(lives).map((occurrence) => ({
        stay: occurrence as Terms,
        owner: rule as object,
        entry: touched.get(occurrence) ?? touched.get(rule),
        own: touched.has(occurrence) || occurrence.own.size > 0,
      })),
    ),
  ]
  let refused: 409 | 422 | undefined
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      if (Math.max(a.stay.from, b.stay.from, now) >= Math.min(a.stay.to, b.stay.to)) continue
      if (a.entry === undefined && b.entry === undefined) continue
      if (a.owner === b.owner && !a.own && !b.own) continue
      if (a.owner === b.owner && !touched.has(a.owner) && a.entry === undefined && b.entry === undefined) continue
      if (a.entry !== undefined && b.entry !== undefined && a.entry !== b.entry) refused = 422
      else refused ??= 409
    }
  })
  return refused
}

export type ModelTarget = { stay: ModelStay } | { rule: ModelRule } | { rule: ModelRule; occurrence: ModelOccurrence }

function findById(state: ModelState, id: string): ModelTarget {
  const stay = state.stays.find((one) => one.id === id)
  if (stay) return { stay }
  const rule = state.rules.find((one) => one.id === id)
  if (rule) return { rule }
  for (const one of state.rules)
    for (const occurrence of one.occurrences)
      if (occurrenceName(one, occurrence) === id) return { rule: one, occurrence }
  throw new Error(`The model does not know ${id}.`)
}

function isOver(target: ModelTarget, now: number): boolean {
  if ('stay' in target) return target.stay.to <= now
  if ('occurrence' in target) return target.occurrence.to <= now
  const { rule } = target
  return (
    rule.over ||
    (nextSaid(rule, now) === undefined &&
      !rule.occurrences.some((occurrence) => lives(occurrence) && occurrence.to > now))
  )
}

/** DELETE: history stays; a rule ends with what has begun; an occurrence is skipped; what has charged is closed. */
export function modelRemove(state: ModelState, id: string, now: number): ModelState | 'ended' {
  const next = structuredClone(state)
  passTime(next, now)
  const target = findById(next, id)
  if (isOver(target, now)) return 'ended'
  if ('occurrence' in target) target.occurrence.skipped = true
  else if ('rule' in target) endRule(next, target.rule)
  else if (target.stay.chargedFrom !== null) close(target.stay, now)
  else next.stays.splice(next.stays.indexOf(target.stay), 1)
  return next
}

/**
 * "A rule whose own stays overlap: 422." Its stays are those to come, since "overlap counts only time after now", and "nights
 * begun or past stay as they were": these share nothing with what the rule says anew.
 */
function overlapsItself({ occurrences }: ModelRule, says: Pattern, now: number): boolean {
  const stays = ({ date, to }: { date: number; to: number }) =>
    to > now && !occurrences.some((occurrence) => occurrence.begun && lives(occurrence) && occurrence.date === date)
  return written(says).filter(stays).length > 1 && says.to - says.from > says.every * 24
}

/** PATCH of one schedule: its target, its departure, or both. What has ended is skipped. */
export function modelPatch(
  state: ModelState,
  id: string,
  patch: { target?: number; to?: number },
  now: number,
): ModelState | 409 | 422 {
  const next = structuredClone(state)
  passTime(next, now)
  const target = findById(next, id)
  if (isOver(target, now)) return state
  const thing = 'occurrence' in target ? target.occurrence : 'rule' in target ? target.rule : target.stay
  const before = 'occurrence' in target ? target.occurrence : 'rule' in target ? target.rule.says : target.stay
  const after = { ...terms(before), ...(patch.target && { target: patch.target }), ...(patch.to && { to: patch.to }) }
  if (after.to <= after.from) return 422
  if ('occurrence' in target) changeOccurrence(target.occurrence, after)
  else if ('rule' in target) {
    const says = { ...target.rule.says, ...after }
    if (patch.to !== undefined && overlapsItself(target.rule, says, now)) return 422
    changeRule(target.rule, says, now)
  } else Object.assign(target.stay, after)
  return clash(next, new Map([[thing, 0]]), now) ? 409 : next
}
