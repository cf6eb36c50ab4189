import {
  learnerFields,
  me,
  publicConfig,
  savedConditions,
  searchResponse,
  undoResult,
  updateList,
} from '../../contract/index.ts'
import type {
  Decision,
  ExportNotice,
  LearnerField,
  Me,
  PublicConfig,
  SavedCondition,
  SearchRequest,
  SearchResponse,
  UndoResult,
  UpdateList,
} from '../../contract/index.ts'
import type { Tokens } from './authorised.ts'
import type { Clock } from './clock.ts'
import { download } from './download.ts'
import type { DownloadEvent } from './download.ts'
import { createJson } from './json.ts'
import { preview } from './preview.ts'
import type { PreviewRow } from './preview.ts'
import { planUpdate, update } from './update.ts'
import type { UpdateEvent, UpdatePlan } from './update.ts'

/** Everything the pane asks of the backend. Failures throw `ApiError`. */
export interface Api {
  config(): Promise<PublicConfig>
  me(): Promise<Me>
  learnerFields(): Promise<LearnerField[]>
  searchLearners(request: SearchRequest, signal?: AbortSignal): Promise<SearchResponse>
  savedConditions(): Promise<SavedCondition[]>
  saveCondition(saved: SavedCondition): Promise<void>
  deleteCondition(id: string): Promise<void>
  download(
    personCodes: readonly string[],
    perRequest: number,
    signal: AbortSignal,
  ): AsyncGenerator<DownloadEvent>
  preview(
    rowKeys: readonly string[],
    decisions: readonly Decision[],
    perRequest: number,
    signal: AbortSignal,
  ): AsyncGenerator<PreviewRow>
  planUpdate(
    rowKeys: readonly string[],
    decisions: readonly Decision[],
    perRequest: number,
  ): UpdatePlan
  update(plan: UpdatePlan, signal: AbortSignal): AsyncGenerator<UpdateEvent>
  updates(offset: number, limit: number): Promise<UpdateList>
  undo(id: string): Promise<UndoResult>
  noteExport(notice: ExportNotice): Promise<void>
}

export interface ApiOptions {
  /** The origin of the backend, without a slash at the end; empty for the pane's own. */
  readonly baseUrl: string
  readonly tokens: Tokens
  readonly clock: Clock
  readonly fetch: typeof fetch
  /** A fresh UUID. */
  readonly newId: () => string
  readonly stallMs?: number
  /** How long an ordinary answer may take. */
  readonly answerMs?: number
}

/** No frame for so long means that something between holds the stream back. */
export const stallMs = 25_000

/** The backend goes on with an undo whoever waits: longer than the largest takes on a slow database. */
const undoMs = 15 * 60_000

export function createApi(options: ApiOptions): Api {
  const deps = { stallMs, ...options }
  const json = createJson(options)
  return {
    config: () => json.open(publicConfig, { method: 'GET', path: '/api/config' }),
    me: () => json.ask(me, { method: 'GET', path: '/api/me' }),
    learnerFields: async () =>
      (await json.ask(learnerFields, { method: 'GET', path: '/api/learners/fields' })).fields,
    searchLearners: (body, signal) =>
      json.ask(searchResponse, { method: 'POST', path: '/api/learners/search', body, signal }),
    savedConditions: async () =>
      (await json.ask(savedConditions, { method: 'GET', path: '/api/conditions' })).conditions,
    saveCondition: async ({ id, ...body }) => {
      await json.tell({ method: 'PUT', path: `/api/conditions/${id}`, body })
    },
    deleteCondition: (id) => json.tell({ method: 'DELETE', path: `/api/conditions/${id}` }),
    download: (personCodes, perRequest, signal) => download(deps, personCodes, perRequest, signal),
    preview: (rowKeys, decisions, perRequest, signal) =>
      preview(deps, rowKeys, decisions, perRequest, signal),
    planUpdate: (rowKeys, decisions, perRequest) =>
      planUpdate(rowKeys, decisions, perRequest, options.newId),
    update: (plan, signal) => update(deps, plan, signal),
    updates: (offset, limit) =>
      json.ask(updateList, { method: 'GET', path: '/api/updates', query: { offset, limit } }),
    undo: (id) =>
      json.ask(undoResult, {
        method: 'POST',
        path: `/api/updates/${encodeURIComponent(id)}/undo`,
        answerMs: undoMs,
      }),
    noteExport: (body) => json.tell({ method: 'POST', path: '/api/exports', body }),
  }
}
