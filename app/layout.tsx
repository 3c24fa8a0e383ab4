import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { extendedFont, textFont } from '@/app/fonts'
import { readersLanguage } from '@/app/reader'
import { textIn } from '@/components/messages/text'
import '@/app/globals.css'

/** Made for each answer: its scripts carry a nonce (lib/http/answer-headers.ts), which a page that is built ahead cannot have. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const text = textIn(await readersLanguage())
  return {
    title: { default: text('app.name'), template: `%s · ${text('app.name')}` },
    description: text('app.tagline'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f5' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1020' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await readersLanguage()} className={`${textFont.variable} ${extendedFont.variable}`}>
      <body>{children}</body>
    </html>
  )
}
