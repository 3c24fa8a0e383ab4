import localFont from 'next/font/local'

/**
 * Atkinson Hyperlegible Next: made so that l, I, 1 and 0, O, 8, B are never mistaken for one another — plates and
 * addresses are read on a phone in the dark. Served from here; nothing is fetched at build time or by the browser.
 */
export const textFont = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-text',
  display: 'swap',
})

/** The same face's further Latin letters, loaded only where a page has one. */
export const extendedFont = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-text-extended',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})
