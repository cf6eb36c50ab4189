import type { GridRow } from '../../../contract/index.ts'
import type { FoundLearner } from '../learner/learner.ts'

type Identity = Pick<GridRow, 'personCode' | 'uln' | 'surname' | 'firstName' | 'dateOfBirth'>

const nothing = {
  reason: null,
  qualification: null,
  grade: null,
  awardDate: null,
  level: null,
  qualificationType: null,
  qualificationCode: null,
  credits: null,
  resultStatus: null,
  source: null,
  errorCode: null,
  errorDescription: null,
  responseCode: null,
  responseDescription: null,
  awardingOrganisation: null,
  awardingOrganisationUkprn: null,
  provider: null,
  providerUkprn: null,
  participationStart: null,
  participationEnd: null,
  collectionType: null,
  returnNumber: null,
  dateLoaded: null,
  language: null,
  underDataChallenge: null,
  restriction: null,
  lrsEventId: null,
  foundUln: null,
  rowKey: null,
} as const

/** Who the row is about, as ebs has them; only the code where ebs knows no such learner. */
export function identityOf(found: FoundLearner): Identity {
  if (found.kind !== 'learner') {
    const { personCode } = found
    return { personCode, uln: null, surname: null, firstName: null, dateOfBirth: null }
  }
  const { personCode, uln, surname, firstName, dateOfBirth } = found.learner
  return { personCode, uln, surname, firstName, dateOfBirth }
}

/** A grid row that has only its learner and the given values; all else null. */
export function gridRow(
  found: FoundLearner,
  status: GridRow['status'],
  values: Partial<Omit<GridRow, keyof Identity | 'status'>>,
): GridRow {
  return { ...nothing, ...identityOf(found), status, ...values }
}
