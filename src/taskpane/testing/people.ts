import { limits } from '../../../contract/index.ts'
import type { ListedLearner, Me, PublicConfig } from '../../../contract/index.ts'

/** Somebody signed in, as a test needs them. */
export function meOf(parts: Partial<Me>): Me {
  return {
    name: 'Ada Admin',
    role: 'Admin',
    licence: true,
    certificateExpires: null,
    limits,
    write: { on: true, reason: null },
    closed: null,
    savedWorkbook: 'ask',
    noticeRequired: false,
    ...parts,
  }
}

export function configOf(parts: Partial<PublicConfig>): PublicConfig {
  return {
    issuer: 'https://id.example',
    clientId: 'pane',
    scope: 'api/Use',
    audience: 'api',
    environmentName: 'train',
    supportContact: 'the MIS team',
    ...parts,
  }
}

export function learnerOf(parts: Partial<ListedLearner>): ListedLearner {
  return {
    personCode: '1000',
    uln: '9000000016',
    surname: 'Smith',
    firstName: 'Bea',
    knownAs: null,
    dateOfBirth: '2006-05-04',
    sex: 'F',
    active: true,
    abilityToShare: '1',
    problem: null,
    ...parts,
  }
}

/** So many learners, with person codes from 1000 on. */
export function learnersOf(count: number): ListedLearner[] {
  return Array.from({ length: count }, (_, at) =>
    learnerOf({ personCode: String(1000 + at), surname: `Learner ${String(at)}` }),
  )
}
