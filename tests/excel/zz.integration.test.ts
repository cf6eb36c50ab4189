import { it } from '@jest/globals'
import { excelInNode } from './inNode.ts'
import { createWorkbook } from '../../src/office/workbook/workbook.ts'
import { learnerOf } from '../../src/office/conformance/rows.ts'
it('profile', async () => {
  const excel = await excelInNode()
  const wb = createWorkbook(excel.globals)
  const s = await wb.startSession({ institution: '1', environment: 'live' })
  const learners = Array.from({ length: 1000 }, (_, n) => learnerOf(n, 15))
  let t = performance.now()
  const lap = (w: string) => {
    const n = performance.now()
    console.log(w, Math.round(n - t), excel.requests.length, Math.max(...excel.requests))
    t = performance.now()
  }
  const w = await s.beginRun({ personCodes: learners.map((l) => l.personCode), at: 'x' })
  lap('begin')
  await w.writeLearners(learners)
  lap('write')
  await w.finish()
  lap('finish')
  const v = await s.visibleRows()
  lap('visible')
  await s.readRowKeys(v.rows)
  lap('keys')
  await s.counts()
  lap('counts')
  await s.writeOutcomes(
    new Map(
      learners
        .slice(0, 130)
        .flatMap((l) =>
          l.rows.map((r) => [r.rowKey!, { status: 'Inserted' as const, reason: null }]),
        ),
    ),
  )
  lap('outcomes')
  await s.readForExport({ personalDetails: true })
  lap('export')
  await w.writeLearners(learners)
  lap('refresh')
}, 120000)
