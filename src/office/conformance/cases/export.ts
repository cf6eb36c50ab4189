import type { ConformanceCase } from '../conformance.ts'
import { download } from '../gridOf.ts'
import { learnerOf } from '../rows.ts'

/** What goes into a file, and what stays in the workbook. */
export const exportCases: readonly ConformanceCase[] = [
  {
    name: 'an export without personal details holds no name and no date of birth',
    async run({ check, start }) {
      const session = await start()
      await download(session, [learnerOf(1, 2)])
      const table = await session.readForExport({ personalDetails: false })
      const headings = table.columns.map(({ heading }) => heading)
      check.equal(
        ['Surname', 'First Name', 'Date of Birth', 'Row Key'].filter((name) =>
          headings.includes(name),
        ),
        [],
        'left out',
      )
      check.equal(headings.length, 31, 'the rest is there')
      check.equal([table.rows.length, table.learners], [2, 1], 'rows and learners')
    },
  },
  {
    name: 'an export takes along the columns that the user added, but not without personal details',
    async run({ check, excel, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 3)])
      await user.addColumn(session.sheetName, 'Seen on', 3)
      await user.addColumn(session.sheetName, 'My note')
      const seen = await user.column(session.sheetName, 'Seen on')
      const note = await user.column(session.sheetName, 'My note')
      await excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(session.sheetName)
        sheet.getRange(`${seen}2:${seen}3`).numberFormat = [['dd/mm/yyyy'], ['dd/mm/yyyy']]
        sheet.getRange(`${note}2:${note}4`).numberFormat = [['General'], ['General'], ['General']]
        await context.sync()
      })
      await user.write(session.sheetName, `${seen}2`, 45_322)
      await user.write(session.sheetName, `${note}2`, 'ask Ann')
      await user.write(session.sheetName, `${note}4`, 7)
      const { columns, rows } = await session.readForExport({ personalDetails: true })
      check.equal(
        columns.slice(-2).map(({ heading, kind }) => [heading, kind]),
        [
          ['Seen on', 'date'],
          ['My note', 'text'],
        ],
        'columns',
      )
      check.equal(
        rows.map((row) => row.slice(-2)),
        [
          ['2024-01-31', 'ask Ann'],
          [null, null],
          [null, 7],
        ],
        'cells',
      )
      const bare = await session.readForExport({ personalDetails: false })
      check.equal(bare.columns.length, 31, 'left out with the personal details')
    },
  },
]
