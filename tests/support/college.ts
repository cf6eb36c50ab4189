import { loadEbs, testDatabase } from '../../sandbox/ebs/index.ts'
import { ulnOf as validUln } from '../../sandbox/college/uln.ts'
import type { EbsRow } from '../../sandbox/college/college.ts'
import type { UpdateFrame, UpdateRequest } from '../../contract/index.ts'
import { openDatabase } from '../../backend/database/index.ts'
import { createAttainmentReader } from '../../backend/ebs/attainments/index.ts'
import { createLearnerDirectory } from '../../backend/ebs/learners/index.ts'
import { testMapping } from '../../backend/ebs/mapping/testing.ts'
import { createHoldingsReader } from '../../backend/link/holdings.ts'
import { openLink } from '../../backend/link/openLink.ts'
import { createComparer } from '../../backend/plr/compare/comparer.ts'
import { readRules } from '../../backend/plr/compare/rules/rules.ts'
import type { Lrs, LrsAnswer } from '../../backend/plr/event/answer.ts'
import type { EventFacts, LearningEvent } from '../../backend/plr/event/learningEvent.ts'
import type { Person } from '../../backend/plr/learner/person.ts'
import { createRowKeys } from '../../backend/plr/rowkey/rowKeys.ts'
import { wireUpdates, type UpdateParts } from '../../backend/wireUpdates.ts'

export const admin: Person = {
  subject: 'admin-1',
  name: 'Ada Admin',
  userName: 'ada.admin@college.example',
  role: 'Admin',
  visibility: { kind: 'all' },
}
export const never = new AbortController().signal

/** The ULN of a learner of these tests: valid, and each learner's own. */
export function ulnOf(personCode: string): string {
  const base = 100_000_000 + Number(personCode) * 11
  return validUln(base) ?? validUln(base + 1) ?? ''
}

export const learnerRow = (personCode: string, change: EbsRow = {}): EbsRow => ({
  person_code: personCode,
  surname: `Surname${personCode}`,
  forename: 'Ada',
  unique_learn_no: ulnOf(personCode),
  is_active: 'Y',
  ...change,
})

export interface CollegeOptions {
  /** A database that is there already, with the tables of ebs. */
  readonly url?: string
  readonly recheckAfterMinutes?: number
  readonly mapping?: object
  readonly lrs?: Lrs
  readonly trailKey?: string
  readonly pace?: UpdateParts['pace']
}

/** ebs, the link and Update on a database of its own, as the backend puts them together. */
export async function testCollege(options: CollegeOptions = {}) {
  const server =
    options.url === undefined
      ? await testDatabase()
      : { url: options.url, close: () => Promise.resolve() }
  const database = openDatabase({ client: 'pg', connection: { connectionString: server.url } })
  const opened = await openLink({
    database,
    schema: 'plr_link',
    migrate: 'auto',
    environmentName: 'test',
  })
  if (opened.kind !== 'open') throw new Error(`the link is ${opened.kind}`)
  const { link } = opened
  const mapping = testMapping('pg', options.mapping)
  const holdings = createHoldingsReader(link, createAttainmentReader(mapping, database.dialect))
  const rules = readRules()
  const compare = createComparer({ mapping: mapping.attainment, rules })
  const rowKeys = createRowKeys({
    secrets: ['a secret of at least thirty-two characters'],
    ukprn: '10001234',
    environmentName: 'test',
    databaseIdentity: link.identity,
    hours: 24,
  })
  const updates = wireUpdates({
    environment: {
      RECHECK_AFTER_MINUTES: options.recheckAfterMinutes ?? 60,
      UNDO_DAYS: 30,
      TRAIL_KEY: options.trailKey,
    },
    link,
    mapping,
    rules,
    eligibility: { noticeRequired: false },
    learners: createLearnerDirectory({ database, mapping }),
    holdings,
    lrs: options.lrs ?? { ask: () => Promise.reject(new Error('LRS was asked')) },
    rowKeys,
    lrsUserName: () => Promise.resolve('ADA'),
    ...(options.pace ? { pace: options.pace } : {}),
  })

  const rows = async (text: string): Promise<readonly Record<string, unknown>[]> =>
    (await database.knex.raw(text)).rows

  return {
    url: server.url,
    database,
    link,
    updates,
    rows,
    load: (tables: Record<string, EbsRow[]>) => loadEbs(server.url, tables),
    attainments: () =>
      rows(
        'select attainment_code::text as code, per_person_code::text as person, description, grade, date_awarded, fes_qualification_aim as aim, source, source_id::text, created_by, updated_by from attainments order by attainment_code',
      ),

    /** What a download of the learner would put into the sheet: status and row key of each event. */
    async download(personCode: string, events: readonly EventFacts[], answeredAt = Date.now()) {
      const held = (await holdings.holdings([personCode])).get(personCode)
      if (!held) throw new Error('no holdings')
      return compare(events, held, false).map((comparison, at) => {
        const facts = events[at]
        if (!facts) throw new Error('no event')
        const { held: before, beside } = comparison
        const uln = ulnOf(personCode)
        const rowKey = rowKeys.seal({
          personCode,
          askedUln: uln,
          foundUln: uln,
          answeredAt: Math.floor(answeredAt / 1000),
          facts,
          held: before,
          beside,
        })
        return { status: comparison.status, rowKey }
      })
    },

    /** Runs an update to its end. */
    async update(
      request: UpdateRequest,
      key: string,
      person: Person = admin,
      signal: AbortSignal = never,
    ): Promise<UpdateFrame[]> {
      const begun = await updates.begin(request, key, person, signal)
      if (begun.kind !== 'running') throw new Error(begun.kind)
      const frames: UpdateFrame[] = []
      for await (const frame of begun.frames) frames.push(frame)
      return frames
    },

    async close(): Promise<void> {
      await database.close()
      await server.close()
    },
  }
}
export type TestCollege = Awaited<ReturnType<typeof testCollege>>

/** The last frame of an update. */
export const doneOf = (frames: readonly UpdateFrame[]): UpdateFrame | undefined => frames.at(-1)

export const rowsOf = (frames: readonly UpdateFrame[]) =>
  frames.flatMap((frame) =>
    frame.type === 'row' ? [{ outcome: frame.outcome, reason: frame.reason }] : [],
  )

/** LRS's answer with these events. */
export function answerWith(personCode: string, events: readonly EventFacts[]): LrsAnswer {
  const nothing = {
    achievementProviderName: null,
    achievementProviderUkprn: null,
    awardingOrganisationName: null,
    collectionType: null,
    dateLoaded: null,
    languageForAssessment: null,
    restriction: null,
    returnNumber: null,
  }
  return {
    kind: 'record',
    responseCode: 'WSRC0004',
    responseDescription: 'Exact match',
    linked: false,
    foundUln: ulnOf(personCode),
    events: events.map((event): LearningEvent => ({ ...nothing, ...event })),
    answeredAt: new Date(),
  }
}
