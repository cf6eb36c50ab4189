import { workbookError } from '../excel/translate.ts'
import { locateGrid, requireColumn } from '../grid/grid.ts'
import { readRows, textOf } from '../grid/read.ts'
import type { OutcomesWritten, OutcomeWriter } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'
import { indexKeys, type ReadIndex } from './keyIndex.ts'
import { writeAt, type Outcomes } from './writeAt.ts'

/** Rows written in one sync: reasons of 300 characters stay far below Excel's limit. */
const rowsASync = 1_000
const attempts = 4

/**
 * Writes the outcomes of one run by row key, beside every row that has it; it remembers where the keys
 * stood, and looks again when they moved or rows came or went.
 */
export function createOutcomeWriter(
  place: SessionPlace,
  keepHidden: () => Promise<void>,
): OutcomeWriter {
  let index: ReadIndex | null = null

  function readIndex(): Promise<ReadIndex> {
    return place.door.run(async (context) => {
      const grid = await locateGrid(context, place)
      requireColumn(grid, 'rowKey')
      const rows = await readRows(context, grid, ['rowKey'], place.dateSystem)
      return { keys: indexKeys(rows.map((row) => textOf(row, 'rowKey'))), rows: rows.length }
    })
  }

  async function writePart(outcomes: Outcomes): Promise<OutcomesWritten> {
    let left = outcomes
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const fresh = index === null
      const known: ReadIndex = index ?? (await readIndex())
      index = known
      const tried = await writeAt(place, left, known)
      if (tried.kind === 'written') {
        const notFound = [...left.keys()].filter((key) => !known.keys.has(key))
        if (fresh || notFound.length === 0) {
          return { written: outcomes.size - notFound.length, notFound }
        }
        left = new Map([...left].filter(([key]) => !known.keys.has(key)))
      }
      if (tried.kind === 'moved') left = new Map([...tried.repairs, ...left])
      index = null
    }
    throw workbookError('moved')
  }

  return {
    async write(outcomes) {
      const all = [...outcomes]
      let written = 0
      const notFound: string[] = []
      for (let from = 0; from < all.length; from += rowsASync) {
        const part = await writePart(new Map(all.slice(from, from + rowsASync)))
        written += part.written
        notFound.push(...part.notFound)
      }
      return { written, notFound }
    },
    finish: keepHidden,
  }
}
