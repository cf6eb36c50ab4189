import fc from 'fast-check'
import type { UpdateFrame } from '../../contract/index.ts'
import { admin, learnerRow, testCollege, type TestCollege } from '../support/college.ts'
import { createModel, eventsEach, grades, people } from './historyModel.ts'
import type { Model, ModelRow, Take } from './historyModel.ts'

/** One thing that happens: at LRS, in ebs by somebody else, or by the link. */
export type Happening =
  | {
      readonly kind: 'lrs changes' | 'ebs inserts' | 'ebs edits'
      readonly at: Place
      readonly grade: string
    }
  | { readonly kind: 'ebs deletes'; readonly at: Place }
  | { readonly kind: 'download'; readonly person: string }
  | {
      readonly kind: 'update'
      /** Which downloads, from the newest backwards, and which of their rows with which decision. */
      readonly downloads: number
      readonly rows: readonly boolean[]
      readonly takes: readonly Take[]
      /** Frames after which the client is gone; null for an update that ends. */
      readonly brokenOff: number | null
      readonly resumed: boolean
    }
  | { readonly kind: 'undo'; readonly which: number }
type Place = readonly [person: string, event: number]

const at = fc.tuple(fc.constantFrom(...people), fc.nat(eventsEach - 1))
const grade = fc.constantFrom(...grades)
const most = people.length * eventsEach
const one = (kind: 'lrs changes' | 'ebs inserts' | 'ebs edits') =>
  fc.record({ kind: fc.constant(kind), at, grade })

/** Histories of so many happenings. */
export const histories = (length: number): fc.Arbitrary<readonly Happening[]> =>
  fc.array(
    fc.oneof(
      { weight: 2, arbitrary: one('lrs changes') },
      { weight: 1, arbitrary: one('ebs inserts') },
      { weight: 2, arbitrary: one('ebs edits') },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('ebs deletes' as const), at }) },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('download' as const),
          person: fc.constantFrom(...people),
        }),
      },
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('update' as const),
          downloads: fc.integer({ min: 1, max: people.length }),
          rows: fc.array(fc.boolean(), { minLength: most, maxLength: most }),
          takes: fc.array(fc.constantFrom<Take>('write', 'skip', null, null), {
            minLength: most,
            maxLength: most,
          }),
          brokenOff: fc.option(fc.nat(8)),
          resumed: fc.boolean(),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), which: fc.nat() }) },
    ),
    { minLength: Math.ceil(length / 2), maxLength: length },
  )

/** A college in which histories are played, one after the other. */
export async function historyCollege() {
  // One learner a transaction: what is broken off stops between them.
  const college = await testCollege({ pace: { learnersAtOnce: 1, transactionsAtOnce: 1 } })
  return {
    /** @throws where ebs, or an outcome, is otherwise than the model says */
    play: (history: readonly Happening[]) => play(college, history),
    close: () => college.close(),
  }
}

async function play(college: TestCollege, history: readonly Happening[]): Promise<void> {
  await college.rows(
    'truncate people, attainments, plr_link.links, plr_link.runs, plr_link.run_rows, plr_link.undo_images, plr_link.trail cascade',
  )
  await college.load({ people: people.map((code) => learnerRow(code)) })
  const world: World = { college, model: createModel(), downloads: [], runs: [], changes: 0 }
  for (const [step, happening] of history.entries()) {
    await happen(world, happening)
    const [ebs, model] = [await ebsOf(college), modelOf(world.model)]
    if (ebs !== model) {
      throw new Error(`After step ${step} (${happening.kind}) ebs holds ${ebs}, not ${model}`)
    }
  }
}

interface World {
  readonly college: TestCollege
  readonly model: Model
  /** The newest first, one a learner. */
  downloads: (readonly ModelRow[])[]
  readonly runs: {
    readonly id: string
    readonly images: Parameters<Model['undo']>[0]
    undone: boolean
  }[]
  /** Counts changes by whomever, so that each bears a name of its own. */
  changes: number
}

async function happen(world: World, happening: Happening): Promise<void> {
  const { college, model } = world
  switch (happening.kind) {
    case 'lrs changes':
      return model.lrsChanges(...happening.at, happening.grade)
    case 'ebs inserts': {
      const [person, event] = happening.at
      if (model.records.has(model.placeOf(person, event))) return
      model.insert(person, event, happening.grade)
      await college.rows(
        `insert into attainments (per_person_code, atype_attainment_type_code, description, grade, date_awarded, fes_qualification_aim, source) values (${person}, 'PLR', 'Subject ${event}', '${happening.grade}', date '2022-08-25', '${model.aimOf(event)}', 'PLR data')`,
      )
      return
    }
    case 'ebs edits': {
      const [person, event] = happening.at
      model.edit(model.placeOf(person, event), happening.grade)
      await college.rows(
        `update attainments set grade = '${happening.grade}', updated_by = 'EBS${(world.changes += 1)}', updated_date = localtimestamp(0) where per_person_code = ${person} and fes_qualification_aim = '${model.aimOf(event)}'`,
      )
      return
    }
    case 'ebs deletes': {
      const [person, event] = happening.at
      model.records.delete(model.placeOf(person, event))
      await college.rows(
        `delete from attainments where per_person_code = ${person} and fes_qualification_aim = '${model.aimOf(event)}'`,
      )
      return
    }
    case 'download':
      return download(world, happening.person)
    case 'update':
      return update(world, happening)
    case 'undo':
      return undo(world, happening.which)
  }
}

async function download(world: World, person: string): Promise<void> {
  const { college, model } = world
  const events = model.eventsOf(person)
  const rows = (await college.download(person, events)).flatMap(({ rowKey }, event) => {
    const facts = events[event]
    const held = model.records.get(model.placeOf(person, event))
    return facts ? [{ person, event, facts, held, rowKey }] : []
  })
  world.downloads = [rows, ...world.downloads.filter(([first]) => first?.person !== person)]
}

async function update(
  world: World,
  { downloads, rows, takes, brokenOff, resumed }: Extract<Happening, { kind: 'update' }>,
): Promise<void> {
  const { college, model } = world
  const chosen = world.downloads
    .slice(0, downloads)
    .map((all, which) => all.filter((row) => rows[which * eventsEach + row.event]))
    .filter((all) => all.length > 0)
  const asked = chosen.flat()
  if (asked.length === 0) return
  const takeOf = (row: ModelRow): Take => takes[asked.indexOf(row)] ?? null
  const decisions = asked.flatMap((row) => {
    const take = takeOf(row)
    return take === null ? [] : [{ rowKey: row.rowKey, take }]
  })
  const request = { rowKeys: asked.map((row) => row.rowKey), decisions }
  const name = `u${(world.changes += 1)}`
  const person = { ...admin, subject: name, userName: `${name}@college.example` }
  const told: UpdateFrame[] = []
  const run = async (frames: number | null): Promise<void> => {
    const gone = new AbortController()
    const begun = await college.updates.begin(request, `key-${name}`, person, gone.signal)
    if (begun.kind !== 'running') throw new Error(`The update is ${begun.kind}`)
    told.length = 0
    for await (const frame of begun.frames) {
      told.push(frame)
      if (told.length === frames) {
        gone.abort(new Error('gone'))
        break
      }
    }
  }
  const expected = chosen.map((all) => ({ all, ...model.judge(all, all.map(takeOf)) }))
  const before = modelOf(model)
  if (brokenOff !== null) await run(brokenOff + 1)
  if (brokenOff === null || resumed) {
    await run(null)
    const outcomes = new Map(
      told.flatMap((frame) => (frame.type === 'row' ? [[frame.rowKey, frame.outcome]] : [])),
    )
    for (const { all, outcomes: wanted } of expected) {
      for (const [at, row] of all.entries()) {
        if (outcomes.get(row.rowKey) === wanted[at]) continue
        throw new Error(
          `Learner ${row.person}, event ${row.event}: ${outcomes.get(row.rowKey)}, not ${wanted[at]}, from ${before}`,
        )
      }
    }
  }
  // Of one that was left broken off, each learner was written wholly or not at all: ebs says which.
  const written = brokenOff === null || resumed ? people : await writtenIn(college, told)
  const images = expected.flatMap((one) =>
    written.some((code) => code === one.all[0]?.person) ? one.images : [],
  )
  model.apply(images)
  const id = told.flatMap((frame) => (frame.type === 'started' ? [frame.id] : []))[0]
  if (id !== undefined) world.runs.push({ id, images, undone: false })
}

/** The learners whom the run recorded. */
async function writtenIn(
  college: TestCollege,
  told: readonly UpdateFrame[],
): Promise<readonly string[]> {
  const id = told.flatMap((frame) => (frame.type === 'started' ? [frame.id] : []))[0] ?? ''
  const rows = await college.rows(
    `select distinct person_code::text as person from plr_link.run_rows where run_id = '${id}'`,
  )
  return rows.map((row) => String(row['person']))
}

async function undo(world: World, which: number): Promise<void> {
  const { college, model, runs } = world
  const run = runs[which % Math.max(1, runs.length)]
  if (!run) return
  const name = `u${(world.changes += 1)}`
  const person = { ...admin, userName: `${name}@college.example` }
  const undone = await college.updates.undo(run.id, person)
  if (run.undone !== (undone.kind === 'already')) throw new Error(`The undo is ${undone.kind}`)
  if (run.undone) return
  run.undone = true
  const restored = model.undo(run.images)
  const told = undone.kind === 'undone' ? undone.result : { restored: -1, kept: [] }
  if (told.restored !== restored || told.kept.length !== run.images.length - restored) {
    throw new Error(`The undo put back ${told.restored}, not ${restored} of ${run.images.length}`)
  }
}

/** The attainments of ebs as one text, and the model's in the same form. */
async function ebsOf(college: TestCollege): Promise<string> {
  const rows = await college.attainments()
  return JSON.stringify(
    rows
      .map((row) => [
        `${String(row['person'])} ${String(row['aim'])}`,
        row['grade'],
        row['source_id'],
      ])
      .sort(([one], [other]) => String(one).localeCompare(String(other))),
  )
}

function modelOf({ records }: Model): string {
  return JSON.stringify(
    [...records]
      .map(([place, { grade: held, sourceId }]) => [place, held, sourceId])
      .sort(([one], [other]) => String(one).localeCompare(String(other))),
  )
}
