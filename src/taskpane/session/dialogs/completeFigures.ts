import type { OutcomeTally } from '../../frame/questions.ts'

/** The lines of "Update complete": updated counts inserts too, and zeros of trouble are left out. */
export function completeFigures(
  counts: OutcomeTally,
): readonly { readonly name: string; readonly count: number }[] {
  const { inserted, updated, unchanged, skipped, failed } = counts
  return [
    { name: 'Records processed', count: inserted + updated + unchanged + skipped + failed },
    { name: 'Records updated', count: inserted + updated },
    { name: 'Not updated (no changes)', count: unchanged },
    ...(skipped > 0 ? [{ name: 'Skipped', count: skipped }] : []),
    ...(failed > 0 ? [{ name: 'Failed', count: failed }] : []),
  ]
}
