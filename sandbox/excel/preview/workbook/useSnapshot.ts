import { useSyncExternalStore } from 'react'
import type { Snapshot, WorkbookStore } from './store.ts'

/** What the workbook shows now; draws again when that changes. */
export const useSnapshot = (store: WorkbookStore): Snapshot =>
  useSyncExternalStore(store.subscribe, store.get)
