import type { GridFilter, ProblemRow } from '../../../office/workbook/port.ts'

/** Learners with one and the same problem, and what can be done about it. */
export interface ProblemGroup {
  readonly code: string
  readonly meaning: string
  readonly advice: string | null
  readonly personCodes: readonly string[]
  /** The filter that shows these rows in the sheet. */
  readonly filter: GridFilter
}

/** What to do about codes whose description does not say so itself. */
const advice: Readonly<Record<string, string>> = {
  WSEC0136: 'Check the ULN in ebs against the learner’s own papers.',
  WSEC0206: 'The learner has chosen not to share. Only the learner can change that, at LRS.',
  WSEC0208: 'ULN and names do not agree. Check names and previous names in ebs.',
  WSRC0001: 'LRS does not know this ULN. Check it in ebs.',
}
const passing = 'Try these again in a while.'

/** The problems of a session by code, the commonest first. */
export function groupProblems(rows: readonly ProblemRow[]): readonly ProblemGroup[] {
  const groups = new Map<string, ProblemRow[]>()
  for (const row of rows) {
    const code = row.errorCode ?? row.responseCode ?? ''
    groups.set(code, [...(groups.get(code) ?? []), row])
  }
  return [...groups]
    .map(([code, those]): ProblemGroup => {
      const first = those[0]
      const meaning =
        first?.errorDescription ?? first?.responseDescription ?? first?.reason ?? 'No reason given.'
      return {
        code,
        meaning,
        advice: adviceFor(code),
        personCodes: [...new Set(those.map(({ personCode }) => personCode))],
        filter: filterFor(code, first),
      }
    })
    .sort((one, other) => other.personCodes.length - one.personCodes.length)
}

function adviceFor(code: string): string | null {
  if (code in advice) return advice[code] ?? null
  // LNK00 codes say themselves what to mend; LNK01 are answers that did not come.
  return code.startsWith('LNK01') || code.startsWith('WSEC0999') ? passing : null
}

function filterFor(code: string, row: ProblemRow | undefined): GridFilter {
  if (code === '' || !row) return { status: ['Problem'] }
  return row.errorCode === null ? { responseCode: [code] } : { errorCode: [code] }
}
