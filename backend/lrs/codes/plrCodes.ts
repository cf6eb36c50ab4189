import type { LrsCode } from './code.ts'

const ministry = 'hmpps-learner-records-api (in live use)'
const tribal = 'Tribal ebs documentation, MIAP appendices'

/** Codes that LRS can give when it is asked for a learner's learning events. */
export const plrCodes: readonly LrsCode[] = [
  {
    code: 'WSRC0004',
    meaning: 'Exact match: LRS knows the learner and sent what it holds',
    concern: 'learner',
    advice: 'Nothing to do.',
    source: ministry,
  },
  {
    code: 'WSRC0022',
    meaning: 'Linked learner: LRS keeps this learner under another ULN and sent that record',
    concern: 'learner',
    advice: 'Check the found ULN beside the one in ebs; every change of this learner is reviewed.',
    source: `${ministry}; wording: ${tribal}`,
  },
  {
    code: 'WSRC0001',
    meaning: 'No match: LRS found no learner',
    concern: 'learner',
    advice: 'Check the ULN and the names in ebs against the learner’s documents.',
    source: `${tribal} (find services; on this call not confirmed)`,
  },
  {
    code: 'WSEC0206',
    meaning: 'Not shared: the learner has not agreed to share their record',
    concern: 'learner',
    advice:
      'Give the learner the current LRS privacy notice; LRS can then be told that they share.',
    source: ministry,
  },
  {
    code: 'WSEC0208',
    meaning: 'Not verified: the ULN and the names do not belong together at LRS',
    concern: 'learner',
    advice: 'Compare the names in ebs, former names too, with those that LRS holds; correct ebs.',
    source: ministry,
  },
  {
    code: 'WSEC0136',
    meaning: 'LRS says that the ULN is invalid',
    concern: 'learner',
    advice: 'Correct the ULN in ebs.',
    source: 'code table of a college MIS (sunsis-core)',
  },
  {
    code: 'WSEC0001',
    meaning: 'Invalid request: LRS says that something it needs is missing or has a wrong value',
    concern: 'learner',
    advice: 'Look for blank or unusual names in ebs; if all learners have it, check the settings.',
    source: `${ministry}; ${tribal}`,
  },
  {
    code: 'WSEC0002',
    meaning: 'Unknown request: LRS does not know the operation',
    concern: 'institution',
    advice: 'Check the LRS address in the settings: it must end in LearnerServiceR9.svc.',
    source: tribal,
  },
  {
    code: 'WSEC0003',
    meaning:
      'Unknown organisation: LRS does not know the college’s UKPRN, or has not authorised it',
    concern: 'institution',
    advice: 'Check LRS_UKPRN and LRS_INVOKING_ORGANISATION with what LRS registered.',
    source: tribal,
    stops: 'lrs-organisation-unknown',
  },
  {
    code: 'WSEC0004',
    meaning: 'Out of hours: LRS is closed at this time',
    concern: 'service',
    advice: 'Try again within the hours that LRS publishes.',
    source: tribal,
    stops: 'lrs-out-of-hours',
  },
  {
    code: 'WSEC0005',
    meaning: 'Incorrect password: LRS refused the college’s organisation password',
    concern: 'institution',
    advice: 'Put the right LRS_PASSWORD in place before trying again: repeated tries can lock it.',
    source: tribal,
    stops: 'lrs-password-refused',
  },
  {
    code: 'WSEC0006',
    meaning: 'Insufficient access: LRS does not let the college read learners’ records',
    concern: 'institution',
    advice: 'Ask LRS to give the college access to Personal Learning Records.',
    source: tribal,
    stops: 'lrs-access-refused',
  },
  {
    code: 'WSEC0999',
    meaning: 'LRS had an error of its own',
    concern: 'service',
    advice: 'Try these learners again later.',
    source: tribal,
    repeatable: true,
  },
  {
    code: 'WCEC0999',
    meaning: 'LRS had an error of its own',
    concern: 'service',
    advice: 'Try these learners again later.',
    source: `${tribal} (a second spelling of WSEC0999)`,
    repeatable: true,
  },
]
