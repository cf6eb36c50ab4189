import type { ConformanceCase } from '../conformance.ts'
import { eventCases } from './events.ts'
import { exportCases } from './export.ts'
import { selectionCases } from './selection.ts'
import { sessionCases } from './session.ts'
import { sheetCases } from './sheet.ts'
import { writingCases } from './writing.ts'

export const allCases: readonly ConformanceCase[] = [
  ...sheetCases,
  ...selectionCases,
  ...writingCases,
  ...sessionCases,
  ...eventCases,
  ...exportCases,
]
