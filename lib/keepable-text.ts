/** The first `most` characters of a text; what no address and no database can hold of it is shown as U+FFFD. */
export function keepableText(text: string, most: number): string {
  return text.slice(0, most).toWellFormed().replaceAll('\0', '\uFFFD')
}
