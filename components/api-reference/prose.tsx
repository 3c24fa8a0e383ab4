import { Fragment } from 'react'

/** A description in the little Markdown that ours use: paragraphs, **strong** and `code`. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="max-w-prose space-y-2 text-ink-2">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>
          {paragraph.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text
            <Fragment key={index}>{inline(part)}</Fragment>
          ))}
        </p>
      ))}
    </div>
  )
}

function inline(part: string) {
  if (part.startsWith('**')) return <strong className="font-semibold text-ink">{part.slice(2, -2)}</strong>
  if (part.startsWith('`')) return <code className="font-mono text-ink text-sm">{part.slice(1, -1)}</code>
  return part
}
