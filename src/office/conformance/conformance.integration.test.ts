import { describe, expect, it } from '@jest/globals'
import { excelInNode } from '../../../tests/excel/inNode.ts'
import { allCases } from './cases/all.ts'
import { createRunner } from './run.ts'

// The least that the manifest asks for, and the most that is used.
describe.each(['1.12', '1.14'])('src/office on the real office.js, ExcelApi %s', (excelApi) => {
  const runner = excelInNode({ excelApi }).then((excel) =>
    createRunner(excel.globals, excel.selectAreas),
  )

  it.each(allCases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    expect(await (await runner).run(one)).toEqual({ name: one.name, outcome: 'passed' })
  })
})
