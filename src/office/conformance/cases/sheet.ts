import { gridColumns } from '../../../../contract/index.ts'
import type { Session } from '../../workbook/port.ts'
import type { Bench, ConformanceCase } from '../conformance.ts'
import { asGiven, at, bodyCells, download, gridRows } from '../gridOf.ts'
import { gridRowOf, learnerOf } from '../rows.ts'

/** What stands on the worksheet, and how texts, codes, numbers and dates arrive in its cells. */
export const sheetCases: readonly ConformanceCase[] = [
  {
    name: 'a session begins with its headings, hidden columns and an empty grid',
    async run(bench) {
      const { check, user } = bench
      const session = await bench.start()
      check.equal(session.sheetName, 'Attainments (PLR)', 'sheet name')
      const [headings] = await user.read(session.sheetName, 'A1:AI1')
      check.equal(
        headings,
        gridColumns.map(({ heading }) => heading),
        'headings',
      )
      check.equal(await session.counts(), { rows: 0, learners: 0, byStatus: {} }, 'counts')
      const hidden = await bench.excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(session.sheetName)
        const columns = gridColumns.map((_, column) => sheet.getRangeByIndexes(0, column, 1, 1))
        for (const column of columns) column.load('columnHidden')
        const frozen = sheet.freezePanes.getLocationOrNullObject()
        frozen.load('address')
        await context.sync()
        check.ok(frozen.address.endsWith('A1:F1'), 'frozen to First Name')
        return gridColumns.filter((_, column) => columns[column]?.columnHidden === true)
      })
      check.equal(
        hidden.map(({ heading }) => heading),
        ['Date of Birth', 'Row Key'],
        'hidden columns',
      )
    },
  },
  {
    name: 'columns that a user adds do not bring hidden ones to light for longer than a run',
    async run(bench) {
      const { check, user } = bench
      const session = await bench.start()
      await download(session, [learnerOf(1, 2)])
      const [first, second] = ['My note', 'Seen']
      await user.addColumn(session.sheetName, first, 2)
      await session.beginOutcomes().finish()
      check.equal(await hiddenHeadings(bench, session), ['Date of Birth', 'Row Key'], 'an update')
      await user.addColumn(session.sheetName, second, 4)
      await download(session, [learnerOf(2, 2)])
      check.equal(await hiddenHeadings(bench, session), ['Date of Birth', 'Row Key'], 'a download')
      await bench.excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(session.sheetName)
        sheet.getRange('I:I').columnHidden = false
        sheet.getRange('J:J').columnHidden = true
        await context.sync()
      })
      await download(session, [learnerOf(3, 2)])
      check.equal(
        await hiddenHeadings(bench, session),
        ['Qualification', 'Row Key'],
        'what the user hides and shows stays so',
      )
    },
  },
  {
    name: 'an environment other than live is in the sheet\u2019s name',
    async run({ check, workbook, user }) {
      await user.addSheet('Attainments (PLR) train')
      const session = await workbook.startSession({ institution: '10001234', environment: 'train' })
      check.equal(session.sheetName, 'Attainments (PLR) train 2', 'sheet name')
      check.equal(session.environment, 'train', 'environment')
    },
  },
  {
    name: 'what was written is what is read, field by field',
    async run(bench) {
      const session = await bench.start()
      const { rows, personCode } = learnerOf(1, 3)
      await download(session, [{ personCode, rows }])
      bench.check.equal(await gridRows(session), asGiven(rows), 'rows')
      const [first] = await bodyCells(bench, session, 1)
      bench.check.equal(first?.[2], Number(personCode), 'person code is a number')
      bench.check.equal(first?.[3], rows[0]?.uln, 'ULN is text')
      bench.check.equal(first?.[6], 39_141, 'a date is a day number')
      const shown = await bench.excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem(session.sheetName).getRange('J2')
        cell.load('text')
        await context.sync()
        return cell.text
      })
      bench.check.equal(shown, [['01/08/2024']], 'a date is shown as a date')
    },
  },
  {
    name: 'no text becomes a formula, a number, a date or a truth value',
    async run(bench) {
      const odd = [
        '=1+1',
        '+44 20',
        '-',
        '-abc',
        '@x',
        '007',
        '1E5',
        '12/05/2024',
        'TRUE',
        '12%',
        '\t=1',
      ]
      const session = await bench.start()
      const rows = odd.map((text, event) =>
        gridRowOf({
          personCode: '5',
          surname: text,
          reason: text,
          grade: text,
          source: 'AO',
          lrsEventId: String(event),
        }),
      )
      await download(session, [{ personCode: '5', rows }])
      const bySurname = (await gridRows(session)).toSorted(
        (a, b) => Number(a['LRS Event ID']) - Number(b['LRS Event ID']),
      )
      for (const heading of ['Surname', 'Reason', 'Grade']) {
        bench.check.equal(
          bySurname.map((row) => row[heading]),
          odd,
          heading,
        )
      }
      const same = await bench.excel.run(async (context) => {
        const cells = context.workbook.worksheets.getItem(session.sheetName).getRange('E2:E12')
        cells.load('valueTypes')
        await context.sync()
        return cells.valueTypes.flat().every((type) => String(type) === 'String')
      })
      bench.check.ok(same, 'every cell holds text')
    },
  },
  {
    name: 'rows of many batches stand one below another and are sorted once',
    async run({ check, start, user }) {
      const session = await start()
      const learners = [4, 2, 9, 1].map((number) => learnerOf(number, 2))
      const personCodes = learners.map(({ personCode }) => personCode)
      const writer = await session.beginRun({ personCodes, at })
      for (const learner of learners) await writer.writeLearners([learner])
      check.equal((await session.counts()).rows, 8, 'as they came')
      await writer.finish()
      // Surnames: SampleC (4), SampleO (2), SampleL (9), SampleH (1).
      const sorted = (await gridRows(session)).map((row) => row['Person Code'])
      check.equal(sorted, [1004, 1004, 1001, 1001, 1009, 1009, 1002, 1002], 'by surname')
      check.equal((await session.counts()).byStatus, { New: 4, Changed: 4 }, 'counts')

      await user.sortBy(session.sheetName, 'Person Code', false)
      await download(session, [learnerOf(5, 1)])
      const own = (await gridRows(session)).map((row) => row['Person Code'])
      check.equal(own.length, 9, 'the new row')
      check.equal(
        own.filter((code) => code !== 1005),
        [1009, 1009, 1004, 1004, 1002, 1002, 1001, 1001],
        'the user\u2019s sort',
      )
    },
  },
  {
    name: 'a thousand learners are written and read whole',
    async run({ check, start }) {
      const session = await start()
      const learners = Array.from({ length: 1_000 }, (_, number) => learnerOf(number, 15))
      await download(session, learners)
      const { rows, learners: persons } = await session.counts()
      check.equal([rows, persons], [15_000, 1_000], 'rows and learners')
      const all = await session.visibleRows()
      const keys = await session.readRowKeys(all.rows)
      const given = learners.flatMap((learner) => learner.rows.map(({ rowKey }) => rowKey))
      check.equal(keys.toSorted(), given.toSorted(), 'row keys')
    },
  },
]

/** Headings of the columns of the grid that are out of sight. */
async function hiddenHeadings(
  { excel, user }: Bench,
  session: Session,
): Promise<readonly unknown[]> {
  const [headings = []] = await user.read(session.sheetName, 'A1:AM1')
  return excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(session.sheetName)
    const columns = headings.map((_, column) => sheet.getRangeByIndexes(0, column, 1, 1))
    for (const column of columns) column.load('columnHidden')
    await context.sync()
    return headings.filter((_, column) => columns[column]?.columnHidden === true)
  })
}
