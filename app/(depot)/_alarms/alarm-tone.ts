'use client'

const TONES_HZ = [880, 660]
const TONE_SECONDS = 0.22
const VOLUME = 0.25

let audio: AudioContext | undefined

/** A browser lets a page sound only after somebody has pressed something on it: this is called then. */
export function prepareTone(): void {
  if (typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  void audio.resume().catch(() => {})
}

/** Two short tones, where the browser lets the page sound. */
export function playTone(): void {
  if (audio?.state !== 'running') return
  const begin = audio.currentTime
  for (const [index, frequency] of TONES_HZ.entries()) {
    const from = begin + index * TONE_SECONDS
    const gain = audio.createGain()
    gain.gain.setValueAtTime(0, from)
    gain.gain.linearRampToValueAtTime(VOLUME, from + 0.02)
    gain.gain.linearRampToValueAtTime(0, from + TONE_SECONDS)
    const tone = audio.createOscillator()
    tone.frequency.value = frequency
    tone.connect(gain).connect(audio.destination)
    tone.start(from)
    tone.stop(from + TONE_SECONDS)
  }
}
