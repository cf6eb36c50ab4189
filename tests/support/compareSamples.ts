import type { Attainment, Holdings } from '../../backend/plr/compare/attainment.ts'
import type { AttainmentMapping } from '../../backend/plr/compare/attainmentMapping.ts'
import type { EventFacts } from '../../backend/plr/event/learningEvent.ts'

const optional = { required: false, compared: true, insertOnly: false }

/** The shipped mapping of surface.md, Update writes. */
export const sampleMapping: AttainmentMapping = {
  columns: [
    { column: 'DESCRIPTION', from: 'title', length: 240, ...optional, required: true },
    { column: 'GRADE', from: 'grade', length: 255, ...optional, required: true },
    { column: 'DATE_AWARDED', from: 'awardDate', length: null, ...optional },
    { column: 'FES_QUALIFICATION_AIM', from: 'aim', length: 8, ...optional },
    { column: 'CATS_CREDITS', from: 'credits', length: 4, ...optional },
    { column: 'SOURCE_ID', from: 'eventId', length: 10, ...optional, compared: false },
    {
      column: 'SOURCE',
      from: 'source',
      length: 10,
      required: true,
      compared: false,
      insertOnly: true,
    },
    {
      column: 'ATYPE_ATTAINMENT_TYPE_CODE',
      from: 'type',
      length: 10,
      required: true,
      compared: false,
      insertOnly: true,
    },
  ],
  source: 'PLR data',
  defaultType: 'PLR',
  types: { GCSE: 'GCSE' },
  examBoards: {},
}

/** A learning event like LRS's, with what a test changes. */
export function facts(change: Partial<EventFacts> = {}): EventFacts {
  return {
    source: 'NPD',
    id: '70001',
    subject: 'GCSE in Mathematics',
    grade: '6',
    achievementAwardDate: '2022-08-25',
    subjectCode: '601/4608/4',
    credits: 0,
    level: 'Level 2',
    qualificationType: 'GCSE',
    awardingOrganisationUkprn: '100060',
    participationStartDate: null,
    participationEndDate: null,
    status: 'F',
    underDataChallenge: 'N',
    ...change,
  }
}

/** The record that Update writes for `facts()`, with what a test changes. */
export function attainment(
  attainmentCode: string,
  change: Attainment['values'] = {},
  personCode = '1001',
): Attainment {
  return {
    attainmentCode,
    personCode,
    values: {
      DESCRIPTION: 'GCSE in Mathematics',
      GRADE: '6',
      DATE_AWARDED: '2022-08-25',
      FES_QUALIFICATION_AIM: '60146084',
      CATS_CREDITS: null,
      SOURCE_ID: null,
      SOURCE: 'PLR data',
      ATYPE_ATTAINMENT_TYPE_CODE: 'PLR',
      ...change,
    },
  }
}

export function holdings(
  attainments: readonly Attainment[] = [],
  links: Readonly<Record<string, string>> = {},
): Holdings {
  return { attainments, links: new Map(Object.entries(links)) }
}
