import { WorkbookError } from '../../../office/workbook/error.ts'
import type { Session, WrittenOutcome } from '../../../office/workbook/port.ts'

/** Rows of which ebs knows more than the sheet shows, because Excel refused. */
export interface Unmarked {
  readonly rows: number
  readonly error: WorkbookError
}

/** Marks rows of the sheet with what ebs did. ebs has done it already, so that Excel's refusal stops nothing. */
export interface RowMarker {
  mark(outcomes: ReadonlyMap<string, WrittenOutcome>): Promise<void>
  /** Tries once more what Excel refused; null when the sheet shows all of it. */
  finish(): Promise<Unmarked | null>
}

export function createRowMarker(session: Session): RowMarker {
  const writer = session.beginOutcomes()
  const refused = new Map<string, WrittenOutcome>()

  const mark = async (outcomes: ReadonlyMap<string, WrittenOutcome>) => {
    try {
      await writer.write(outcomes)
      for (const rowKey of outcomes.keys()) refused.delete(rowKey)
      return null
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error
      for (const [rowKey, outcome] of outcomes) refused.set(rowKey, outcome)
      return error
    }
  }

  return {
    mark: async (outcomes) => {
      await mark(outcomes)
    },
    finish: async () => {
      const error = refused.size > 0 ? await mark(new Map(refused)) : null
      if (error) return { rows: refused.size, error }
      // Columns that a user moved stay in sight at worst.
      await writer.finish().catch(() => undefined)
      return null
    },
  }
}
