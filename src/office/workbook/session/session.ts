import { readForExport } from '../export/readForExport.ts'
import { createHiddenKeeper } from '../grid/keepHidden.ts'
import { createOutcomeWriter } from '../outcomes/writeOutcomes.ts'
import type { Session } from '../port.ts'
import { without } from '../manifest/manifest.ts'
import { dropRows } from '../rows/dropRows.ts'
import { beginRun, readLearners, readManifest, roomFor } from '../rows/run.ts'
import { readRowInHand } from '../selection/rowInHand.ts'
import { describeRows, readRowKeys } from '../selection/rowKeys.ts'
import { readSelection, readVisible } from '../selection/selected.ts'
import { readFiltersNow } from '../view/filtersNow.ts'
import { readCounts } from '../view/counts.ts'
import { filterBy, selectRows, showSheet } from '../view/filterBy.ts'
import { readProblems } from '../view/problems.ts'
import { readUserColumns } from '../view/userColumns.ts'
import { closeSheet } from './close.ts'
import { onRowsChanged, onSelectionChanged, onSheetDeleted } from './events.ts'
import type { SessionPlace } from './place.ts'

/** What an open session is called, apart from where it stands. */
export interface SessionNames {
  readonly sheetName: string
  readonly institution: string
  readonly environment: string
}

/** Puts the operations on one open session together. */
export function createSession(place: SessionPlace, names: SessionNames): Session {
  const { door, sheetId } = place
  const keepHidden = createHiddenKeeper(place)
  return {
    id: place.sessionId,
    ...names,
    manifest: () => readManifest(place),
    room: (personCodes) => roomFor(place, personCodes),
    beginRun: (run) => beginRun(place, run, keepHidden),
    learners: () => readLearners(place),
    dropLearners: (codes) => dropRows(place, codes, (manifest) => without(manifest, codes)),
    counts: () => readCounts(place),
    filtersNow: () => readFiltersNow(place),
    selectedRows: () => readSelection(place),
    visibleRows: () => readVisible(place),
    readRowKeys: (rows) => readRowKeys(place, rows),
    describeRows: (rows) => describeRows(place, rows),
    rowInHand: () => readRowInHand(place),
    problems: () => readProblems(place),
    filterBy: (filter) => filterBy(place, filter),
    selectRows: (which) => selectRows(place, which),
    show: () => showSheet(place),
    beginOutcomes: () => createOutcomeWriter(place, keepHidden),
    readForExport: (choice) => readForExport(place, choice),
    userColumns: () => readUserColumns(place),
    onSelectionChanged: (listener) => onSelectionChanged(door, listener),
    onRowsChanged: (listener) => onRowsChanged(door, sheetId, listener),
    onSheetDeleted: (listener) => onSheetDeleted(door, sheetId, listener),
    close: () => closeSheet(door, sheetId),
  }
}
