import type { CellView, WindowView } from '../../model/protocol.ts'

/** Rows of one block asked from the worker; a screen shows about thirty. */
export const blockRows = 64
export const blockColumns = 32

interface Block {
  asked: number
  view: WindowView | null
}

/** Cells near the part of the sheet that is shown, by drawn row and column. */
export interface CellCache {
  /** The cell, null when it is empty, undefined while it is on its way. */
  get(row: number, column: number): CellView | null | undefined
  /** Everything may look otherwise: ask again when shown, and show the old until then. */
  invalidate(): void
}

interface CacheParts {
  ask(window: {
    firstRow: number
    rowCount: number
    firstColumn: number
    columnCount: number
  }): Promise<WindowView>
  /** Cells have arrived: draw again. */
  arrived(): void
}

/** Above this, blocks longest unasked are forgotten. */
const mostBlocks = 200

export function createCellCache({ ask, arrived }: CacheParts): CellCache {
  const blocks = new Map<string, Block>()
  let generation = 1

  const fetchBlock = async (key: string, block: Block, firstRow: number, firstColumn: number) => {
    const asked = generation
    block.asked = asked
    blocks.delete(key)
    blocks.set(key, block)
    const size = { rowCount: blockRows, columnCount: blockColumns }
    try {
      block.view = await ask({ firstRow, firstColumn, ...size })
    } catch {
      // The sheet may be gone by now; what replaces it brings a cache of its own.
      return
    }
    const [oldest] = blocks.keys()
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest)
    arrived()
  }

  return {
    get(row, column) {
      const firstRow = row - (row % blockRows)
      const firstColumn = column - (column % blockColumns)
      const key = `${String(firstRow)}:${String(firstColumn)}`
      const block = blocks.get(key) ?? { asked: 0, view: null }
      if (block.asked < generation) void fetchBlock(key, block, firstRow, firstColumn)
      if (!block.view) return undefined
      return block.view.cells[row - firstRow]?.[column - firstColumn] ?? null
    },
    invalidate() {
      generation += 1
      arrived()
    },
  }
}
