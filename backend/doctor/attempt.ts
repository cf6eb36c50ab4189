import { DatabaseError } from '../database/index.ts'
import { problem } from './report/finding.ts'
import type { Finding, Section } from './report/finding.ts'

/**
 * One subject's findings. A check that fails is a finding itself, and holds no other up; what the
 * error says beyond its kind is left out, since drivers put values into it.
 */
export async function section(
  title: string,
  check: () => Promise<readonly Finding[]> | readonly Finding[],
): Promise<Section> {
  try {
    return { title, findings: await check() }
  } catch (error) {
    return unreadable(title, error)
  }
}

/** A subject that an error kept from being looked at. */
export function unreadable(title: string, error: unknown): Section {
  const why =
    error instanceof DatabaseError
      ? error.message
      : `A defect of this program: ${error instanceof Error ? error.name : typeof error}`
  return {
    title,
    findings: [
      problem(
        'This could not be looked at',
        why,
        'If a table or column is missing or may not be read, see above; else tell the makers of this program.',
      ),
    ],
  }
}
