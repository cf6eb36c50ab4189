import type { SavedCondition } from '../../../../contract/index.ts'
import { isProblem } from '../../../api/problem.ts'
import type { Desk } from '../../desk.ts'
import { createStore } from '../../store.ts'
import type { Store } from '../../store.ts'
import type { Learners } from '../learners.ts'
import { dateFields, readQuery, toQuery } from './query.ts'

/** Saved conditions of the person and shared ones; null where the backend keeps none. */
export interface Saved {
  readonly conditions: Store<readonly SavedCondition[] | null>
  load(): Promise<void>
  take(saved: SavedCondition): void
  save(name: string, shared: boolean): Promise<void>
  remove(id: string): Promise<void>
}

export function createSaved(desk: Desk, learners: Learners): Saved {
  const { api, newId } = desk.services
  const conditions = createStore<readonly SavedCondition[] | null>(null)
  const load = async () => {
    try {
      conditions.set(await api.savedConditions())
    } catch (error) {
      if (!isProblem(error, 404)) throw error
      conditions.set(null)
    }
  }
  return {
    conditions,
    load,
    take: (saved) => {
      learners.unfinished.set(0)
      // A pasted list may stand in their place.
      learners.pasted.set(null)
      learners.query.set(toQuery(saved.condition))
    },
    save: async (name, shared) => {
      const read = readQuery(learners.query.get(), dateFields(learners.fields.get()))
      learners.unfinished.set(read.kind === 'unfinished' ? read.count : 0)
      if (read.kind === 'unfinished') {
        learners.pasted.set(null)
        return
      }
      const same = conditions.get()?.find((each) => each.name === name && each.shared === shared)
      const id = same?.id ?? newId()
      await api.saveCondition({ id, name, shared, condition: read.condition })
      await load()
    },
    remove: async (id) => {
      await api.deleteCondition(id)
      await load()
    },
  }
}
