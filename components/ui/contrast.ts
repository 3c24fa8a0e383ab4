/** A colour as CSS writes it: `oklch(0.25 0.035 275)`. Alpha is not read here. */
const OKLCH = /oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)/

/**
 * The relative luminance (WCAG 2) of an oklch colour, clipped to sRGB as browsers clip it.
 * Source of the matrices: Björn Ottosson, Oklab.
 */
export function luminance(color: string): number {
  const match = OKLCH.exec(color)
  if (!match) throw new Error(`not an oklch colour: ${color}`)
  const [lightness, chroma, hue] = match.slice(1).map(Number) as [number, number, number]
  const angle = (hue * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio (WCAG 2) of two oklch colours: 1 for the same, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
