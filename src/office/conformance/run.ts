import { createDoor, type OfficeGlobals } from '../workbook/excel/door.ts'
import { itemsOf } from '../workbook/excel/loaded.ts'
import { manifestNamespace } from '../workbook/manifest/xml.ts'
import { createWorkbook } from '../workbook/workbook.ts'
import { check } from './check.ts'
import type { Bench, ConformanceCase } from './conformance.ts'
import type { CaseResult } from './report.ts'
import { createUser, type SelectAreas } from './user.ts'

export interface Runner {
  run(one: ConformanceCase): Promise<CaseResult>
}

/** Runs cases one after another in the workbook of this Office.js, each in a cleared workbook. */
export function createRunner(globals: OfficeGlobals, selectAreas: SelectAreas | null): Runner {
  const excel = createDoor(globals)
  const reopened = () => createWorkbook(globals)
  const workbook = reopened()
  const bench: Bench = {
    workbook,
    reopened,
    excel,
    user: createUser(excel, selectAreas),
    check,
    start: () => workbook.startSession({ institution: '10001234', environment: 'live' }),
  }
  return {
    async run(one) {
      if (one.needs === 'areas' && !selectAreas) return { name: one.name, outcome: 'skipped' }
      try {
        await clearWorkbook(bench)
        await one.run(bench)
        return { name: one.name, outcome: 'passed' }
      } catch (error) {
        return { name: one.name, outcome: 'failed', detail: String(error) }
      }
    },
  }
}

/** One empty sheet and no manifest; the page asks before it does this to a workbook. */
async function clearWorkbook({ excel }: Bench): Promise<void> {
  await excel.run(async (context) => {
    const { worksheets, customXmlParts } = context.workbook
    worksheets.load('items/id')
    const parts = customXmlParts.getByNamespace(manifestNamespace)
    parts.load('items/id')
    await context.sync()
    const before = [...itemsOf(worksheets)]
    worksheets.add()
    for (const part of itemsOf(parts)) part.delete()
    for (const sheet of before) sheet.delete()
    await context.sync()
  })
}
