/** By this mark spreadsheets know that a text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Hands a CSV file, or what was made a file already, to the browser as a file to save. */
export function saveFile(name: string, content: string | Blob): void {
  const file =
    typeof content === 'string' ? new Blob([BYTE_ORDER_MARK, content], { type: 'text/csv;charset=utf-8' }) : content
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
