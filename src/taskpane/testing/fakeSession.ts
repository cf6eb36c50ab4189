import { limits } from '../../../contract/index.ts'
import type { GridRow, RowStatus } from '../../../contract/index.ts'
import { WorkbookError } from '../../office/workbook/error.ts'
import type { LearnerState } from '../../office/workbook/manifest/manifest.ts'
import type {
  FiltersNow,
  GridFilter,
  SelectedRow,
  Selection,
  Session,
} from '../../office/workbook/port.ts'

type Row = Omit<GridRow, 'status'> & { status: RowStatus }

/** A session kept in memory, with what a test does to the sheet by hand. */
export interface FakeSession extends Session {
  readonly rows: () => readonly Row[]
  /** Selects the rows that satisfy this, as the user would in the sheet. */
  select(which: (row: Row) => boolean): void
  deleteRows(which: (row: Row) => boolean): void
  /** Sorts as the user would: the selection stays on its cells, where other rows stand then. */
  reorder(order: (one: Row, other: Row) => number): void
  /** Filters as the user would, beside the pane. */
  filterByHand(now: FiltersNow): void
  /** Deletes the worksheet by hand; `told` says whether Excel's event comes. */
  deleteSheet(told: boolean): void
  readonly closed: () => boolean
  readonly filters: (GridFilter | null)[]
  /** Answers the next write so. */
  refuseNext(answer: { notWritten?: string[]; again?: string[]; error?: Error }): void
  columnsOfUser: string[]
  /** Columns of the user beside the grid. */
  columnsBeside: string[]
  /** Why the sheet takes no outcomes for now; null when it does. */
  outcomesRefused: Error | null
}

export function createFakeSession(init: { institution: string; environment: string }): FakeSession {
  let rows: Row[] = []
  const learners = new Map<string, LearnerState>()
  const runs: string[] = []
  let chosen: (row: Row) => boolean = () => false
  let closed = false
  let filtered: FiltersNow = { any: false, statuses: [] }
  let refusal: { notWritten?: string[]; again?: string[]; error?: Error } | null = null
  const selectionListeners = new Set<() => void>()
  const rowsListeners = new Set<() => void>()
  const deletionListeners = new Set<() => void>()
  const filters: (GridFilter | null)[] = []

  const selectionOf = (which: (row: Row) => boolean): Selection => {
    const selected = rows.flatMap((row, position): SelectedRow[] =>
      which(row) ? [{ position, personCode: row.personCode, status: row.status }] : [],
    )
    return {
      rows: selected,
      learners: new Set(selected.map(({ personCode }) => personCode)).size,
      hidden: 0,
    }
  }
  const tell = () => {
    for (const listener of selectionListeners) listener()
  }
  const tellRows = () => {
    for (const listener of rowsListeners) listener()
  }
  const session: FakeSession = {
    id: 'session-1',
    sheetName: 'Attainments (PLR)',
    ...init,
    columnsOfUser: [],
    columnsBeside: [],
    outcomesRefused: null,
    filters,
    rows: () => rows,
    closed: () => closed,
    select: (which) => {
      chosen = which
      tell()
    },
    deleteRows: (which) => {
      rows = rows.filter((row) => !which(row))
      tellRows()
    },
    reorder: (order) => {
      const held = rows.filter(chosen)
      const places = rows.flatMap((row, at) => (held.includes(row) ? [at] : []))
      rows = rows.toSorted(order)
      const standing = new Set(places.map((at) => rows[at]))
      chosen = (row) => standing.has(row)
      tellRows()
    },
    filterByHand: (now) => {
      filtered = now
      tellRows()
    },
    deleteSheet: (told) => {
      rows = []
      const gone = () => Promise.reject(new WorkbookError('sheet-missing', 'The sheet is gone.'))
      Object.assign(session, { counts: gone, selectedRows: gone, learners: gone })
      refusal = { error: new WorkbookError('sheet-missing', 'The sheet is gone.') }
      if (told) for (const listener of deletionListeners) listener()
    },
    refuseNext: (answer) => {
      refusal = answer
    },
    manifest: () =>
      Promise.resolve({ sessionId: 'session-1', ...init, runs, learners, dateSystem: 1900 }),
    room: (codes) => {
      const would = new Set([...learners.keys(), ...codes]).size
      const most = limits.sessionLearners
      return Promise.resolve(
        would > most ? { kind: 'too-many-learners', would, most } : { kind: 'fits' },
      )
    },
    beginRun: ({ personCodes, at }) => {
      runs.push(at)
      for (const code of personCodes) learners.set(code, 'wanted')
      return Promise.resolve({
        writeLearners: (batch) => {
          const { notWritten = [], again = [], error } = refusal ?? {}
          refusal = null
          if (error) return Promise.reject(error)
          for (const { personCode, rows: those } of batch) {
            if (notWritten.includes(personCode) || again.includes(personCode)) continue
            rows = [...rows.filter((row) => row.personCode !== personCode), ...those]
            learners.set(personCode, 'inSheet')
          }
          return Promise.resolve({ notWritten, again })
        },
        finish: () => Promise.resolve(),
      })
    },
    learners: () => {
      const present = new Set(rows.map(({ personCode }) => personCode))
      const of = (state: LearnerState) =>
        [...learners].filter(([, its]) => its === state).map(([code]) => code)
      return Promise.resolve({
        inSheet: of('inSheet').filter((code) => present.has(code)),
        wanted: of('wanted'),
        wantedAgain: of('wanted').filter((code) => present.has(code)),
        missing: of('inSheet').filter((code) => !present.has(code)),
      })
    },
    dropLearners: (codes) => {
      for (const code of codes) learners.delete(code)
      rows = rows.filter(({ personCode }) => !codes.includes(personCode))
      return Promise.resolve()
    },
    counts: () => {
      const byStatus: Partial<Record<RowStatus, number>> = {}
      for (const { status } of rows) byStatus[status] = (byStatus[status] ?? 0) + 1
      const people = new Set(rows.map(({ personCode }) => personCode)).size
      return Promise.resolve({ rows: rows.length, learners: people, byStatus })
    },
    selectedRows: () => Promise.resolve(selectionOf(chosen)),
    visibleRows: () => Promise.resolve(selectionOf(() => true)),
    readRowKeys: (those) =>
      Promise.resolve(those.map(({ position }) => rows[position]?.rowKey ?? null)),
    describeRows: (those) => Promise.resolve(those.flatMap(({ position }) => rows[position] ?? [])),
    rowInHand: () => {
      const position = rows.findIndex(chosen)
      const row = rows[position]
      return Promise.resolve(row ? { position, rowKey: row.rowKey, values: row } : null)
    },
    problems: () => Promise.resolve(rows.filter(({ status }) => status === 'Problem')),
    filtersNow: () => Promise.resolve(filtered),
    filterBy: (filter) => {
      filters.push(filter)
      const statuses = filter?.status ?? []
      filtered = { any: filter !== null && Object.keys(filter).length > 0, statuses }
      return Promise.resolve()
    },
    selectRows: (which) => {
      chosen = which === 'all' ? () => true : ({ status }) => status === which
      tell()
      return Promise.resolve()
    },
    show: () => Promise.resolve(),
    beginOutcomes: () => ({
      write: (outcomes) => {
        if (session.outcomesRefused) return Promise.reject(session.outcomesRefused)
        let written = 0
        rows = rows.map((row) => {
          const outcome = outcomes.get(row.rowKey ?? '')
          if (!outcome) return row
          written += 1
          return { ...row, ...outcome }
        })
        const known = new Set(rows.map(({ rowKey }) => rowKey))
        const notFound = [...outcomes.keys()].filter((key) => !known.has(key))
        return Promise.resolve({ written, notFound })
      },
      finish: () => Promise.resolve(),
    }),
    readForExport: ({ personalDetails }) => {
      const theirs = personalDetails ? session.columnsOfUser : []
      return Promise.resolve({
        columns: ['Person Code', ...theirs].map((heading) => ({
          heading,
          kind: 'text',
          width: 12,
        })),
        rows: rows.map(({ personCode }) => [personCode, ...theirs.map(() => null)]),
        learners: new Set(rows.map(({ personCode }) => personCode)).size,
      })
    },
    userColumns: () => Promise.resolve([...session.columnsOfUser, ...session.columnsBeside]),
    onSelectionChanged: (listener) => {
      selectionListeners.add(listener)
      return Promise.resolve(() => {
        selectionListeners.delete(listener)
        return Promise.resolve()
      })
    },
    onRowsChanged: (listener) => {
      rowsListeners.add(listener)
      return Promise.resolve(() => {
        rowsListeners.delete(listener)
        return Promise.resolve()
      })
    },
    onSheetDeleted: (listener) => {
      deletionListeners.add(listener)
      return Promise.resolve(() => {
        deletionListeners.delete(listener)
        return Promise.resolve()
      })
    },
    close: () => {
      closed = true
      rows = []
      return Promise.resolve()
    },
  }
  return session
}
