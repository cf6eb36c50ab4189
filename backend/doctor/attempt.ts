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
    const why = error instanceof DatabaseError ? error.message : nameOf(error)
    return {
      title,
      findings: [
        problem(
          'This could not be looked at',
          why,
          'If the account may not read what this needs, grant it; else tell the makers of this program.',
        ),
      ],
    }
  }
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? `A defect of this program: ${error.name}` : 'A defect of this program'
