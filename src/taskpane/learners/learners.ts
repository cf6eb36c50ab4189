import type { RuleGroupType } from 'react-querybuilder'
import type { ConditionGroup, LearnerField } from '../../../contract/index.ts'
import type { Desk } from '../desk.ts'
import type { SessionRoom } from '../session/openSession.ts'
import type { Runs } from '../session/run/runs.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'
import { choiceOf } from './chosen.ts'
import { dateFields, emptyQuery, readQuery } from './condition/query.ts'
import { listCondition, notFound, readList } from './list/pasted.ts'
import { createResults } from './results/results.ts'
import type { Results } from './results/results.ts'
import { startDownload } from './startDownload.ts'

/** What became of a pasted list. */
export interface ListReport {
  readonly asked: number
  readonly notFound: readonly string[]
  readonly notUnderstood: readonly string[]
  readonly duplicates: number
}

export interface Learners {
  readonly fields: Store<readonly LearnerField[] | null>
  readonly query: Store<RuleGroupType>
  /** Why the conditions cannot be searched with yet. */
  readonly unfinished: Store<number>
  readonly searching: Store<boolean>
  readonly results: Results
  readonly list: Store<ListReport | null>
  /** The list being pasted, kept while another tab is open; null while conditions are in its place. */
  readonly pasted: Store<string | null>
  loadFields(): Promise<void>
  search(): Promise<void>
  /** Looks up a pasted list of person codes or ULNs, and says who is not found. */
  searchList(text: string): Promise<void>
  /** Downloads the selected learners, or the first so many of them when more are selected. */
  download(onStart: () => void): Promise<void>
}

export function createLearners(desk: Desk, room: SessionRoom, runs: Runs): Learners {
  const { api } = desk.services
  const fields = createStore<readonly LearnerField[] | null>(null)
  const query = createStore<RuleGroupType>(emptyQuery)
  const unfinished = createStore(0)
  const searching = createStore(false)
  const list = createStore<ListReport | null>(null)
  const pasted = createStore<string | null>(null)
  const results = createResults(api)
  let searchNow = new AbortController()

  const searchFor = async (condition: ConditionGroup): Promise<boolean> => {
    searchNow.abort()
    const mine = new AbortController()
    searchNow = mine
    searching.set(true)
    desk.message.set(null)
    try {
      await results.search(condition, mine.signal)
      return !mine.signal.aborted
    } catch (error) {
      if (mine.signal.aborted) return false
      // What an earlier condition found must not be taken for the answer to this one.
      results.clear()
      throw error
    } finally {
      if (searchNow === mine) searching.set(false)
    }
  }

  return {
    fields,
    query,
    unfinished,
    searching,
    results,
    list,
    pasted,
    loadFields: async () => {
      if (fields.get() === null) fields.set(await api.learnerFields())
    },
    search: async () => {
      const read = readQuery(query.get(), dateFields(fields.get()))
      unfinished.set(read.kind === 'unfinished' ? read.count : 0)
      list.set(null)
      if (read.kind === 'unfinished') {
        results.clear()
        return
      }
      await searchFor(read.condition)
    },
    searchList: async (text) => {
      const pasted = readList(text)
      list.set(null)
      const { entries, notUnderstood, duplicates } = pasted
      if (entries.length > 0 && !(await searchFor(listCondition(entries)))) return
      if (entries.length === 0) results.clear()
      const now = results.found.get()
      const places = Array.from({ length: now?.total ?? 0 }, (_, at) => at)
      const found = await results.at(places)
      // Another search may have taken the place of this one meanwhile.
      if (results.found.get()?.condition !== now?.condition) return
      list.set({
        asked: entries.length + notUnderstood.length,
        notFound: notFound(entries, found),
        notUnderstood,
        duplicates,
      })
    },
    download: async (onStart) => {
      const choice = choiceOf(results.selection.get(), desk.me.limits.learners, desk.words)
      if (choice.kind === 'nothing') return
      const places = choice.kind === 'ready' ? choice.places : choice.first
      const learners = await results.at(places)
      await startDownload(desk, room, runs, learners, onStart)
    },
  }
}
