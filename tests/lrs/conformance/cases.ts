import type { LrsPerson } from '../../../sandbox/college/college.ts'
import { aPerson, anEvent, someUlns } from '../people.ts'
import type { ConformanceCase } from './case.ts'

const [full = '', empty = '', linked = '', master = '', closed = '', former = '', accents = ''] =
  someUlns(7)
const [longest = '', stranger = ''] = someUlns(9).slice(7)
const given = 'A'.repeat(35)

/** Made-up learners, one for each way in which LRS can answer. */
export const people: readonly LrsPerson[] = [
  aPerson(full, {
    events: [
      anEvent(70001),
      anEvent(4284, {
        AchievementAwardDate: '',
        AwardingOrganisationName: 'UNKNOWN',
        AwardingOrganisationUkprn: 'UNKNWN',
        Grade: '9999999999',
        ParticipationStartDate: '2023-09-01',
        ParticipationEndDate: '2024-01-26',
        Source: 'ILR',
        Subject: 'Non regulated example provision',
        SubjectCode: 'Z0009999',
      }),
    ],
  }),
  aPerson(empty, { events: [] }),
  aPerson(linked, { masterUln: master }),
  aPerson(master, { events: [anEvent(70002, { Subject: 'Mathemateg – Rhifedd' })] }),
  aPerson(closed, { shares: false }),
  aPerson(former, { familyName: 'Married', previousFamilyName: "O'Neill & Co" }),
  aPerson(accents, { givenName: 'Zoë', familyName: 'Łukasiewicz-Ŵ' }),
  aPerson(longest, { givenName: given }),
]

const ada = { givenName: 'Ada', familyName: 'Example', dateOfBirth: null }

const asked = (
  title: string,
  question: ConformanceCase['question'],
  kind: ConformanceCase['expected']['kind'],
  code: string,
): ConformanceCase => ({ title, question, expected: { kind, code } })

const refusedOutright = (
  title: string,
  switches: string,
  kind: ConformanceCase['expected']['kind'],
  code: string,
): ConformanceCase => ({
  title,
  question: { uln: full, ...ada },
  switches,
  expected: { kind, code },
})

/** Every case against the simulator. A refused password comes last: the link then sends nothing more. */
export const simulatedCases: readonly ConformanceCase[] = [
  asked('A learner with learning events', { uln: full, ...ada }, 'record', 'WSRC0004'),
  asked('A learner without learning events', { uln: empty, ...ada }, 'record', 'WSRC0004'),
  asked('A ULN linked to another learner record', { uln: linked, ...ada }, 'record', 'WSRC0022'),
  asked('A learner who does not share', { uln: closed, ...ada }, 'refused', 'WSEC0206'),
  asked(
    'Names that do not belong to the ULN',
    { uln: full, ...ada, familyName: 'Somebody-Else' },
    'refused',
    'WSEC0208',
  ),
  asked('A ULN that nobody has', { uln: stranger, ...ada }, 'refused', 'WSEC0208'),
  asked(
    'A former family name, with characters that XML has to escape',
    { uln: former, ...ada, familyName: "O'Neill & Co" },
    'record',
    'WSRC0004',
  ),
  asked(
    'Names beyond ASCII',
    { uln: accents, ...ada, givenName: 'Zoë', familyName: 'Łukasiewicz-Ŵ' },
    'record',
    'WSRC0004',
  ),
  asked(
    'A name of 35 characters',
    { uln: longest, ...ada, givenName: given },
    'record',
    'WSRC0004',
  ),
  refusedOutright('LRS calls the ULN invalid', 'invalid-uln', 'failed', 'WSEC0136'),
  refusedOutright('LRS calls the request invalid', 'invalid-request', 'failed', 'WSEC0001'),
  refusedOutright('A code that nobody knows', 'unknown-code', 'refused', 'WSRC0777'),
  refusedOutright('A fault without a code, tried again', 'bare-fault', 'failed', 'LNK0106'),
  refusedOutright('An error of LRS itself, tried again', 'server-error', 'failed', 'WSEC0999'),
  refusedOutright('LRS under maintenance, tried again', 'maintenance', 'failed', 'LNK0104'),
  refusedOutright('Out of hours', 'out-of-hours', 'stopped', 'WSEC0004'),
  refusedOutright('An unknown organisation', 'unknown-organisation', 'stopped', 'WSEC0003'),
  refusedOutright('An organisation without access', 'not-permitted', 'stopped', 'WSEC0006'),
  refusedOutright('A wrong password, sent once', 'wrong-password', 'stopped', 'WSEC0005'),
]
