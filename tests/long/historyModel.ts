import { facts } from '../support/compareSamples.ts'
import type { EventFacts } from '../../backend/plr/event/learningEvent.ts'

/** The learners and learning events of a history; each event is another qualification. */
export const people = ['1', '2', '3'] as const
export const grades = ['4', '6', '7', '9'] as const
const aims = ['60146084', '60142923', '60183012'] as const
export const eventsEach = aims.length

export type Take = 'write' | 'skip' | null
export type Outcome = 'inserted' | 'updated' | 'unchanged' | 'skipped' | 'failed'

/** A record of ebs as the model has it; `version` is another after every change by whomever. */
export interface ModelRecord {
  readonly grade: string
  readonly sourceId: string | null
  readonly version: number
  /** Which record it is: another when it was deleted and made again. */
  readonly record: number
}

/** A row of a download: what LRS sent, and what the model's ebs held then. */
export interface ModelRow {
  readonly person: string
  readonly event: number
  readonly facts: EventFacts
  readonly held: ModelRecord | undefined
  readonly rowKey: string
}

/** What a run did to a record: enough to put it back. */
interface Image {
  readonly place: string
  readonly before: ModelRecord | undefined
  readonly after: ModelRecord
}

/** ebs and LRS as they should stand: the rules of Update in their shortest form. */
export function createModel() {
  const records = new Map<string, ModelRecord>()
  const lrs = new Map<string, string>()
  let serial = 0
  const next = (): number => (serial += 1)
  const placeOf = (person: string, event: number): string => `${person} ${aims[event] ?? ''}`

  return {
    records,
    placeOf,
    aimOf: (event: number): string => aims[event] ?? '',
    eventsOf: (person: string): readonly EventFacts[] =>
      aims.map((aim, event) =>
        facts({
          id: String(70_000 + event),
          subject: `Subject ${event}`,
          subjectCode: `${aim.slice(0, 3)}/${aim.slice(3, 7)}/${aim.slice(7)}`,
          grade: lrs.get(placeOf(person, event)) ?? '6',
        }),
      ),
    lrsChanges(person: string, event: number, grade: string): void {
      lrs.set(placeOf(person, event), grade)
    },
    /** Somebody, or ebs's own import, makes a record. */
    insert(person: string, event: number, grade: string): void {
      const made = { grade, sourceId: null, version: next(), record: next() }
      records.set(placeOf(person, event), made)
    },
    edit(place: string, grade: string): void {
      const held = records.get(place)
      if (held) records.set(place, { ...held, grade, version: next() })
    },

    /** What an Update does with the rows of one learner, and the records as they stand after it. */
    judge(rows: readonly ModelRow[], takes: readonly Take[]) {
      const images: Image[] = []
      const outcomes = rows.map((row, at): Outcome => {
        const place = placeOf(row.person, row.event)
        const before = records.get(place)
        const grade = row.facts.grade ?? ''
        if (before?.grade === grade) return 'unchanged'
        if (takes[at] === 'skip') return 'skipped'
        if (before && Number(grade) < Number(before.grade) && takes[at] !== 'write') {
          return 'skipped'
        }
        if (!isSame(before, row.held)) return 'failed'
        const sourceId = before ? (before.sourceId ?? row.facts.id) : row.facts.id
        const after = { grade, sourceId, version: next(), record: before?.record ?? next() }
        images.push({ place, before, after })
        return before ? 'updated' : 'inserted'
      })
      return { outcomes, images }
    },
    apply(images: readonly Image[]): void {
      for (const { place, after } of images) records.set(place, after)
    },
    /** @returns how many records were put back */
    undo(images: readonly Image[]): number {
      let restored = 0
      for (const { place, before, after } of images) {
        if (records.get(place)?.version !== after.version) continue
        if (before) records.set(place, { ...before, version: next() })
        else records.delete(place)
        restored += 1
      }
      return restored
    },
  }
}
/** Whether a record is the one that was downloaded and holds the same. */
function isSame(one: ModelRecord | undefined, other: ModelRecord | undefined): boolean {
  return (
    one?.record === other?.record &&
    one?.grade === other?.grade &&
    one?.sourceId === other?.sourceId
  )
}

export type Model = ReturnType<typeof createModel>
