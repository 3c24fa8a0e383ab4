type Prefixed<Prefix extends string, Sentences> = {
  readonly [Key in keyof Sentences & string as `${Prefix}.${Key}`]: Sentences[Key]
}

/** Sentences of the contract as messages: `{ fault: … }` with `reason` is `{ 'reason.fault': … }`. */
export function prefixed<const Prefix extends string, Sentences extends Readonly<Record<string, string>>>(
  prefix: Prefix,
  sentences: Sentences,
): Prefixed<Prefix, Sentences> {
  const messages = Object.entries(sentences).map(([key, sentence]) => [`${prefix}.${key}`, sentence])
  return Object.fromEntries(messages) as Prefixed<Prefix, Sentences>
}
