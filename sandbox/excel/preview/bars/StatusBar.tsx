import { useEffect, useState } from 'react'
import { cellCount, intersect } from '../../model/area.ts'
import type { WorkbookClient } from '../../model/client.ts'
import type { SelectionFigures, SheetView } from '../../model/protocol.ts'
import type { Draft } from '../workbook/editing.ts'
import type { Snapshot } from '../workbook/store.ts'
import { recordsFound } from './recordsFound.ts'

const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 9 })
/** Adding up waits until the selection has come to rest. */
const restMilliseconds = 120
/** More cells than this are not added up: the add-in's own calls wait for the same worker. */
const mostCells = 1_000_000

const selectedCells = ({ selection, rowCount, columnCount }: SheetView): number => {
  const used = { row: 0, column: 0, rows: rowCount, columns: columnCount }
  return selection.reduce((sum, area) => {
    const shared = intersect(area, used)
    return sum + (shared ? cellCount(shared) : 0)
  }, 0)
}

/** Figures of the selection, or null while there are none to show. */
function useFigures(client: WorkbookClient, snapshot: Snapshot): SelectionFigures | null {
  const [figures, setFigures] = useState<SelectionFigures | null>(null)
  const { sheet, content } = snapshot
  useEffect(() => {
    const cells = selectedCells(sheet)
    if (cells < 2 || cells > mostCells) {
      setFigures(null)
      return undefined
    }
    let gone = false
    const timer = setTimeout(() => {
      void client.ask('selectedFigures', {}).then((found) => {
        if (!gone) setFigures(found)
      })
    }, restMilliseconds)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [client, sheet, content])
  return figures
}

const modes = { enter: 'Enter', edit: 'Edit' } as const

interface StatusBarProps {
  client: WorkbookClient
  snapshot: Snapshot
  draft: Draft | null
}

/** What state the workbook is in, what went wrong last, and figures of the selection. */
export function StatusBar({ client, snapshot, draft }: StatusBarProps) {
  const figures = useFigures(client, snapshot)
  const { sheet, refusal } = snapshot
  const records = sheet.tables
    .map((table) => recordsFound(table, sheet.hiddenRows))
    .find((found) => found !== null)
  const state = records
    ? `${format.format(records.found)} of ${format.format(records.all)} records found`
    : draft
      ? modes[draft.mode]
      : 'Ready'
  return (
    <footer className="status-bar" aria-label="Status bar">
      <span className={refusal ? 'refusal' : ''} role="status">
        {refusal ?? state}
      </span>
      {figures && (
        <span className="figures">
          {figures.average !== null && <span>Average: {format.format(figures.average)}</span>}
          {figures.count > 0 && <span>Count: {format.format(figures.count)}</span>}
          {figures.sum !== null && <span>Sum: {format.format(figures.sum)}</span>}
        </span>
      )}
    </footer>
  )
}
