import type { ConformanceCase } from '../conformance.ts'
import { at, download, gridRows } from '../gridOf.ts'
import type { ExcelDoor } from '../../workbook/excel/door.ts'
import { manifestNamespace } from '../../workbook/manifest/xml.ts'
import { valueOf } from '../../workbook/excel/loaded.ts'
import { gridRowOf, learnerOf } from '../rows.ts'

/** The life of a session: its manifest, its copies, its end. */
export const sessionCases: readonly ConformanceCase[] = [
  {
    name: 'a session is found again, with what is still wanted',
    async run({ check, start, reopened }) {
      const session = await start()
      const writer = await session.beginRun({ personCodes: ['1001', '1002', '1003'], at })
      await writer.writeLearners([learnerOf(1, 2), learnerOf(3, 1)])
      const opened = await reopened().openSession()
      check.equal(opened.kind, 'open', 'found')
      if (opened.kind !== 'open') return
      check.equal(opened.session.id, session.id, 'id')
      check.equal(opened.session.institution, '10001234', 'institution')
      check.equal((await opened.session.manifest()).runs, [at], 'runs')
      check.equal(
        await opened.session.learners(),
        { inSheet: ['1001', '1003'], wanted: ['1002'], wantedAgain: [], missing: [] },
        'learners',
      )
      await download(opened.session, [learnerOf(2, 1)])
      check.equal((await session.learners()).wanted, [], 'nobody is wanted any more')
      check.equal((await session.counts()).rows, 4, 'rows')
      await session.beginRun({ personCodes: ['1002', '1004'], at })
      const { wanted, wantedAgain } = await session.learners()
      check.equal([wanted, wantedAgain], [['1002', '1004'], ['1002']], 'asked for once more')
    },
  },
  {
    name: 'learners whose rows the user deleted are missing, and can be dropped with their rows',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 2), learnerOf(2, 2), learnerOf(3, 2)])
      check.equal(
        (await gridRows(session)).map((row) => row['Person Code']),
        [1001, 1001, 1002, 1002, 1003, 1003].toSorted((a, b) => order(a) - order(b)),
        'sorted',
      )
      await user.sortBy(session.sheetName, 'Person Code')
      await user.deleteRows(session.sheetName, 'A2:AI3')
      check.equal(
        await session.learners(),
        { inSheet: ['1002', '1003'], wanted: [], wantedAgain: [], missing: ['1001'] },
        'missing',
      )
      await session.dropLearners(['1001', '1003'])
      check.equal((await session.learners()).inSheet, ['1002'], 'left')
      check.equal((await session.counts()).rows, 2, 'rows')
      await session.dropLearners(['1002'])
      check.equal((await session.counts()).rows, 0, 'empty')
      await download(session, [learnerOf(4, 3)])
      check.equal((await session.counts()).rows, 3, 'and filled again')
    },
  },
  {
    name: 'problems are listed and shown in the sheet by code',
    async run({ check, start }) {
      const session = await start()
      const problem = (personCode: string, errorCode: string) => ({
        personCode,
        rows: [
          gridRowOf({
            personCode,
            status: 'Problem',
            surname: 'Sample',
            errorCode,
            errorDescription: 'No ULN',
            reason: 'Not looked up',
          }),
        ],
      })
      await download(session, [problem('7', 'LNK001'), problem('8', 'LNK002'), learnerOf(1, 2)])
      const problems = await session.problems()
      check.equal(
        problems.map(({ personCode, errorCode }) => [personCode, errorCode]),
        [
          ['7', 'LNK001'],
          ['8', 'LNK002'],
        ],
        'problems',
      )
      await session.filterBy({ status: ['Problem'], errorCode: ['LNK002'] })
      const { rows } = await session.visibleRows()
      check.equal(
        rows.map(({ personCode }) => personCode),
        ['8'],
        'shown',
      )
      check.equal(await session.readRowKeys(rows), [null], 'a problem has no row key')
    },
  },
  {
    name: 'a copied worksheet is a copy, not the session',
    async run({ check, start, user, workbook }) {
      const session = await start()
      await download(session, [learnerOf(1, 2)])
      const copy = await user.copySheet(session.sheetName)
      const opened = await workbook.openSession()
      check.equal(opened.kind === 'open' && opened.session.sheetName, session.sheetName, 'session')
      check.equal(opened.kind === 'open' && opened.copies, [copy], 'copies')
      await session.close()
      check.equal(await workbook.openSession(), { kind: 'none', copies: [copy] }, 'after Close')
    },
  },
  {
    name: 'Close leaves nothing behind, even of the only sheet',
    async run({ check, excel, start, user, workbook }) {
      const session = await start()
      await download(session, [learnerOf(1, 2)])
      for (const name of await user.sheets()) {
        if (name !== session.sheetName) await user.deleteSheet(name)
      }
      await session.close()
      check.equal((await user.sheets()).length, 1, 'an empty sheet stands in')
      check.equal((await workbook.openSession()).kind, 'none', 'no session')
      check.equal(await manifests(excel), 0, 'no manifest')
      await check.refused(session.counts(), 'sheet-missing', 'the old session')
    },
  },
  {
    name: 'after a worksheet was deleted by hand a download works, and one manifest is kept: its own',
    async run({ check, excel, start, user }) {
      const lost = await start()
      await download(lost, [learnerOf(1, 2)])
      await user.deleteSheet(lost.sheetName)
      const session = await start()
      await download(session, [learnerOf(2, 3)])
      check.equal((await session.counts()).rows, 3, 'rows')
      check.equal((await session.learners()).inSheet, ['1002'], 'nobody of the lost session')
      check.equal(await manifests(excel), 1, 'manifests')
      await check.refused(lost.counts(), 'sheet-missing', 'the lost session')
      await user.deleteSheet(session.sheetName)
      await session.close()
      check.equal(await manifests(excel), 0, 'no manifest is left over')
    },
  },
  {
    name: 'a session says before a run when it would grow too large',
    async run({ check, start }) {
      const session = await start()
      const codes = Array.from({ length: 5_001 }, (_, number) => String(number))
      check.equal(await session.room(codes.slice(1)), { kind: 'fits' }, 'five thousand')
      check.equal(
        await session.room(codes),
        { kind: 'too-many-learners', would: 5_001, most: 5_000 },
        'one more',
      )
    },
  },
]

/** How many manifests the workbook keeps. */
function manifests(excel: ExcelDoor): Promise<number> {
  return excel.run(async (context) => {
    const count = context.workbook.customXmlParts.getByNamespace(manifestNamespace).getCount()
    await context.sync()
    return valueOf(count)
  })
}

/** The place of a made-up learner by surname. */
function order(personCode: number): number {
  return ((personCode - 1000) * 7) % 26
}
