import { emptyRow } from '../../../contract/index.ts'
import type { GridRow } from '../../../contract/index.ts'
import type { FoundLearner } from '../learner/learner.ts'

type Identity = Pick<GridRow, 'personCode' | 'uln' | 'surname' | 'firstName' | 'dateOfBirth'>

/** Who the row is about, as ebs has them; only the code where ebs knows no such learner. */
export function identityOf(found: FoundLearner): Identity {
  const learner = found.kind === 'unknown' ? null : found.learner
  if (learner === null) {
    const personCode = found.kind === 'learner' ? found.learner.personCode : found.personCode
    return { personCode, uln: null, surname: null, firstName: null, dateOfBirth: null }
  }
  const { personCode, uln, surname, firstName, dateOfBirth } = learner
  return { personCode, uln, surname, firstName, dateOfBirth }
}

/** A grid row that has only its learner and the given values; all else null. */
export function gridRow(
  found: FoundLearner,
  status: GridRow['status'],
  values: Partial<Omit<GridRow, keyof Identity | 'status'>>,
): GridRow {
  return { ...emptyRow, ...identityOf(found), status, ...values }
}
