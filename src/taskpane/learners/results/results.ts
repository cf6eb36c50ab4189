import type { ConditionGroup, ListedLearner } from '../../../../contract/index.ts'
import type { Api } from '../../../api/client.ts'
import { createStore } from '../../store.ts'
import type { Store } from '../../store.ts'
import { nothingSelected } from './selection.ts'
import type { ListSelection } from './selection.ts'

/** What a search found: how many, and those of them that were looked at so far, by their place. */
export interface Found {
  readonly condition: ConditionGroup
  readonly total: number
  readonly loaded: ReadonlyMap<number, ListedLearner>
}

export interface Results {
  readonly found: Store<Found | null>
  readonly selection: Store<ListSelection>
  /** Searches anew; the selection begins empty. */
  search(condition: ConditionGroup, signal?: AbortSignal): Promise<void>
  /** Fetches what is not loaded yet of the rows from `first` to before `end`. */
  load(first: number, end: number): Promise<void>
  /** The learners at these places, fetching whole pages of what is missing. */
  at(places: readonly number[], signal?: AbortSignal): Promise<readonly ListedLearner[]>
  clear(): void
}

/** Rows fetched at a time while scrolling, and when many are wanted at once. */
const shortPage = 100
const longPage = 1000

export function createResults(api: Pick<Api, 'searchLearners'>): Results {
  const found = createStore<Found | null>(null)
  const selection = createStore<ListSelection>(nothingSelected)
  /** Pages under way of the condition that stands; those of an earlier one are no help. */
  let onTheWay = new Set<number>()

  const fetchPage = async (
    condition: ConditionGroup,
    offset: number,
    limit: number,
    signal?: AbortSignal,
  ) => {
    const answer = await api.searchLearners({ condition, offset, limit }, signal)
    found.change((now) => {
      if (now?.condition !== condition) return now
      const loaded = new Map(now.loaded)
      answer.learners.forEach((learner, at) => loaded.set(offset + at, learner))
      return { ...now, loaded }
    })
    return answer
  }

  const missingPages = (places: readonly number[], size: number): number[] => {
    const loaded = found.get()?.loaded
    const starts = places
      .filter((place) => !loaded?.has(place))
      .map((place) => Math.floor(place / size) * size)
    return [...new Set(starts)]
  }

  return {
    found,
    selection,
    search: async (condition, signal) => {
      const answer = await api.searchLearners({ condition, offset: 0, limit: shortPage }, signal)
      if (signal?.aborted) return
      const loaded = new Map(answer.learners.map((learner, at) => [at, learner]))
      onTheWay = new Set()
      selection.set({ ...nothingSelected, focus: answer.total > 0 ? 0 : -1 })
      found.set({ condition, total: answer.total, loaded })
    },
    load: async (first, end) => {
      const now = found.get()
      const mine = onTheWay
      if (!now) return
      const places = Array.from(
        { length: Math.max(0, Math.min(end, now.total) - first) },
        (_, at) => first + at,
      )
      for (const start of missingPages(places, shortPage)) {
        if (mine.has(start)) continue
        mine.add(start)
        try {
          await fetchPage(now.condition, start, shortPage)
        } finally {
          mine.delete(start)
        }
      }
    },
    at: async (places, signal) => {
      const now = found.get()
      if (!now) return []
      for (const start of missingPages(places, longPage)) {
        await fetchPage(now.condition, start, longPage, signal)
      }
      const { loaded } = found.get() ?? now
      return places.flatMap((place) => loaded.get(place) ?? [])
    },
    clear: () => {
      found.set(null)
      selection.set(nothingSelected)
    },
  }
}
