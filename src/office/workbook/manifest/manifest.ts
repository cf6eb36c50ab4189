import type { DateSystem } from '../cells/dateSerial.ts'

/**
 * What the workbook knows of the session beside its rows (design.md, the manifest of the session): no
 * names, ULNs or grades. It is changed only through the functions here and written with the rows it
 * speaks of.
 */
export interface Manifest {
  readonly sessionId: string
  readonly institution: string
  readonly environment: string
  /** How this workbook counts days. */
  readonly dateSystem: DateSystem
  /** When each run was made, ISO 8601 in UTC, oldest first. */
  readonly runs: readonly string[]
  /** Every learner of the session by person code, in the order asked. */
  readonly learners: ReadonlyMap<string, LearnerState>
}

/** `inSheet`: the answer of the last run over this learner stands in the sheet; `wanted`: not yet. */
export type LearnerState = 'inSheet' | 'wanted'

/** The manifest with a run noted: all its learners are wanted again. */
export function withRun(manifest: Manifest, at: string, personCodes: readonly string[]): Manifest {
  return {
    ...manifest,
    runs: [...manifest.runs, at],
    learners: withState(manifest.learners, personCodes, 'wanted'),
  }
}

/** The manifest after the answers of these learners were written. */
export function withAnswers(manifest: Manifest, personCodes: readonly string[]): Manifest {
  return { ...manifest, learners: withState(manifest.learners, personCodes, 'inSheet') }
}

/** The manifest with these of its learners wanted again. */
export function withDoubt(manifest: Manifest, personCodes: readonly string[]): Manifest {
  const known = personCodes.filter((code) => manifest.learners.has(code))
  return { ...manifest, learners: withState(manifest.learners, known, 'wanted') }
}

/** The manifest without these learners. */
export function without(manifest: Manifest, personCodes: readonly string[]): Manifest {
  const gone = new Set(personCodes)
  return {
    ...manifest,
    learners: new Map([...manifest.learners].filter(([personCode]) => !gone.has(personCode))),
  }
}

export function learnersIn(manifest: Manifest, state: LearnerState): readonly string[] {
  return [...manifest.learners].filter(([, its]) => its === state).map(([code]) => code)
}

function withState(
  learners: ReadonlyMap<string, LearnerState>,
  personCodes: readonly string[],
  state: LearnerState,
): ReadonlyMap<string, LearnerState> {
  return new Map([...learners, ...personCodes.map((code) => [code, state] as const)])
}
