import type {
  Decision,
  GridRow,
  ListedLearner,
  Outcome,
  UpdateList,
} from '../../../contract/index.ts'
import type { Api } from '../../api/client.ts'
import type { DownloadEnd } from '../../api/download.ts'
import { ApiError } from '../../api/problem.ts'
import { gridRowOf } from '../../api/testing/rows.ts'
import { planUpdate } from '../../api/update.ts'
import type { UpdateEnd } from '../../api/update.ts'
import { configOf, meOf } from './people.ts'

/** A backend in memory: a test changes its parts to make it behave otherwise. */
export interface FakeApi extends Api {
  learners: ListedLearner[]
  /** The rows LRS has for a learner. */
  rowsOf: (personCode: string) => GridRow[]
  /** What Update does, or would do, with a row that is not left out or taken for a record. */
  outcomeOf: (rowKey: string, decided: boolean) => Judged
  /** The attainment that a row looks like, by row key. */
  readonly likely: Map<string, string>
  /** Ends a download so after so many learners; null lets it finish. */
  stopDownload: { after: number; end: (missing: string[]) => DownloadEnd } | null
  /** Ends an update so after so many rows; used once. */
  stopUpdate: { after: number; end: UpdateEnd } | null
  list: UpdateList
  readonly asked: {
    downloads: string[][]
    searches: number
    previews: string[][]
    /** The decisions of each update. */
    decisions: (readonly Decision[])[]
    undone: string[]
    exports: unknown[]
  }
}

interface Judged {
  outcome: Outcome
  reason: string | null
}

export const refused = (status: number, code: string, detail = 'Refused.') =>
  new ApiError({ kind: 'problem', status, code, detail, reference: null })

export function createFakeApi(): FakeApi {
  let ids = 0
  const newId = () => `id-${String((ids += 1))}`
  const judge = (rowKey: string, decisions: readonly Decision[]): Judged => {
    const decision = decisions.find((each) => each.rowKey === rowKey)
    if (decision?.take === 'skip') return { outcome: 'skipped', reason: 'Left out, as decided.' }
    if (decision?.take === 'same-as') return { outcome: 'updated', reason: null }
    return api.outcomeOf(rowKey, decision !== undefined)
  }
  const api: FakeApi = {
    learners: [],
    rowsOf: (personCode) => [
      gridRowOf({ personCode, rowKey: `${personCode}-a`, status: 'New' }),
      gridRowOf({ personCode, rowKey: `${personCode}-b`, status: 'Review' }),
    ],
    outcomeOf: (rowKey, decided) =>
      rowKey.endsWith('b') && !decided
        ? { outcome: 'skipped', reason: 'Needs a decision: The grade is lower.' }
        : { outcome: 'inserted', reason: null },
    likely: new Map(),
    stopDownload: null,
    stopUpdate: null,
    list: { updates: [], total: 0 },
    asked: { downloads: [], searches: 0, previews: [], decisions: [], undone: [], exports: [] },
    config: () => Promise.resolve(configOf({})),
    me: () => Promise.resolve(meOf({})),
    learnerFields: () => Promise.resolve([]),
    searchLearners: ({ offset = 0, limit = 50 }) => {
      api.asked.searches += 1
      const learners = api.learners.slice(offset, offset + limit)
      return Promise.resolve({ learners, total: api.learners.length })
    },
    savedConditions: () => Promise.resolve([]),
    saveCondition: () => Promise.resolve(),
    deleteCondition: () => Promise.resolve(),
    async *download(personCodes, _perRequest, signal) {
      api.asked.downloads.push([...personCodes])
      const missing = [...personCodes]
      const stop = api.stopDownload
      for (const [at, personCode] of personCodes.entries()) {
        if (stop && at >= stop.after) {
          api.stopDownload = null
          yield { type: 'end', end: stop.end(missing) }
          return
        }
        if (signal.aborted) {
          yield { type: 'end', end: { kind: 'cancelled', missing } }
          return
        }
        missing.shift()
        yield { type: 'learner', personCode, rows: api.rowsOf(personCode) }
      }
      yield { type: 'end', end: { kind: 'done' } }
    },
    async *preview(rowKeys, decisions) {
      api.asked.previews.push([...rowKeys])
      for (const rowKey of rowKeys) {
        const said = judge(rowKey, decisions)
        const from = said.outcome === 'updated' ? '4' : null
        const changes = said.outcome === 'unchanged' ? [] : [{ field: 'GRADE', from, to: '5' }]
        const likelySame = api.likely.get(rowKey) ?? null
        yield { type: 'row', rowKey, ...said, changes, likelySame }
      }
    },
    planUpdate: (rowKeys, decisions, perRequest) =>
      planUpdate(rowKeys, decisions, perRequest, newId),
    async *update(plan) {
      api.asked.decisions.push(plan.decisions)
      yield { type: 'started', id: `run-${plan.batch}` }
      let told = 0
      for (const [at, piece] of plan.pieces.entries()) {
        for (const rowKey of piece.rowKeys) {
          if (api.stopUpdate && told >= api.stopUpdate.after) {
            const { end } = api.stopUpdate
            api.stopUpdate = null
            yield { type: 'end', end, rest: { ...plan, pieces: plan.pieces.slice(at) } }
            return
          }
          told += 1
          yield { type: 'row', rowKey, ...judge(rowKey, plan.decisions) }
        }
      }
      yield { type: 'end', end: { kind: 'done' }, rest: null }
    },
    updates: () => Promise.resolve(api.list),
    undo: (id) => {
      api.asked.undone.push(id)
      return Promise.resolve({ id, restored: 1, kept: [] })
    },
    noteExport: (notice) => {
      api.asked.exports.push(notice)
      return Promise.resolve()
    },
  }
  return api
}
