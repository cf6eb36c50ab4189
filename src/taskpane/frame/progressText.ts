import type { Words } from '../words.ts'
import type { RunningWork } from './work.ts'

/** "Downloading 412 of 1,000 · 9 s": what runs, how far it is, and for how long already. */
export function progressText(work: RunningWork, words: Words, now: number): string {
  const seconds = Math.max(0, Math.round((now - work.startedAt) / 1000))
  const minutes = Math.floor(seconds / 60)
  const time =
    minutes > 0 ? `${String(minutes)} min ${String(seconds % 60)} s` : `${String(seconds)} s`
  if (work.total === null) return `${work.label} · ${time}`
  return `${work.label} ${words.number(work.done)} of ${words.number(work.total)} · ${time}`
}
