import type { ConformanceCase } from '../conformance.ts'
import { at, download, gridRows, statuses } from '../gridOf.ts'
import { gridRowOf, learnerOf } from '../rows.ts'

/** Writing into a sheet that its user sorts, filters, widens and shortens meanwhile. */
export const writingCases: readonly ConformanceCase[] = [
  {
    name: 'outcomes find their rows after a sort, under a filter, and say what is gone',
    async run({ check, start, user }) {
      const session = await start()
      const learner = learnerOf(1, 8)
      await download(session, [learner])
      const keys = learner.rows.map(({ rowKey }) => rowKey ?? '')
      const outcome = (status: 'Inserted' | 'Failed', reason: string | null) => ({ status, reason })
      const key = (event: number) => keys[event] ?? ''
      const first = await session
        .beginOutcomes()
        .write(new Map([[key(0), outcome('Inserted', null)]]))
      check.equal(first, { written: 1, notFound: [] }, 'before any change')

      await user.sortBy(session.sheetName, 'Grade', false)
      await user.filter(session.sheetName, 'Status', ['New', 'Same'])
      const written = await session.beginOutcomes().write(
        new Map([
          [key(1), outcome('Failed', '=because')],
          [key(4), outcome('Inserted', null)],
          ['1.nobody', outcome('Failed', 'x')],
        ]),
      )
      check.equal(written, { written: 2, notFound: ['1.nobody'] }, 'written')
      check.equal(
        await statuses(session),
        {
          '100': 'Inserted',
          '101': 'Failed',
          '102': 'Same',
          '103': 'Review',
          '104': 'Inserted',
          '105': 'Changed',
          '106': 'Same',
          '107': 'Review',
        },
        'each in its own row, hidden rows too',
      )
      const reasons = (await gridRows(session)).map((row) => row['Reason'])
      check.equal(
        reasons.filter((reason) => reason !== null),
        ['=because'],
        'reasons',
      )
      const filters = await user.filtersOf(session.sheetName)
      check.equal(filters, { Status: ['Failed', 'Inserted', 'New', 'Same'] }, 'filter put back')
    },
  },
  {
    name: 'copies of a row get its outcome too, also those made since an earlier run',
    async run({ check, excel, start, user }) {
      const session = await start()
      const learner = learnerOf(1, 3)
      await download(session, [learner])
      const key = learner.rows[0]?.rowKey ?? ''
      const written = { status: 'Failed', reason: 'x' } as const
      const run = session.beginOutcomes()
      await run.write(new Map([[key, written]]))
      const copyFirst = async (to: number) => {
        const [cells] = await user.read(session.sheetName, 'A2:AI2')
        await excel.run(async (context) => {
          const row = context.workbook.worksheets
            .getItem(session.sheetName)
            .getRange(`A${String(to)}:AI${String(to)}`)
          row.numberFormat = [['@']]
          row.values = [[...(cells ?? [])]]
          await context.sync()
        })
      }
      await copyFirst(5)
      await copyFirst(6)
      const inserted = { status: 'Inserted', reason: null } as const
      await session.beginOutcomes().write(new Map([[key, inserted]]))
      check.equal((await session.counts()).byStatus, { Inserted: 3, Changed: 1, Same: 1 }, 'a run')
      await copyFirst(7)
      await run.write(new Map([[key, written]]))
      check.equal((await session.counts()).byStatus, { Failed: 4, Changed: 1, Same: 1 }, 'in a run')
    },
  },
  {
    name: 'rows added under a filter go below the grid, and the filter stays',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 8)])
      await user.filter(session.sheetName, 'Grade', ['1', '2'])
      await download(session, [learnerOf(2, 3)])
      check.equal((await session.counts()).rows, 11, 'rows')
      const events = (await gridRows(session)).map((row) => String(row['LRS Event ID'])).toSorted()
      const given = [...learnerOf(1, 8).rows, ...learnerOf(2, 3).rows].map(
        ({ lrsEventId }) => lrsEventId,
      )
      check.equal(events, given.toSorted(), 'every event once')
      check.equal(await user.filtersOf(session.sheetName), { Grade: ['1', '2'] }, 'filter')
      check.equal((await session.visibleRows()).rows.length, 4, 'in view')
    },
  },
  {
    name: 'a learner asked for again is replaced; what the user noted stays beside its event',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 3), learnerOf(2, 2)])
      await user.addColumn(session.sheetName, 'My note')
      const column = await user.column(session.sheetName, 'My note')
      await user.write(session.sheetName, `${column}4`, 'ask Ann')
      const standing = (await gridRows(session)).map((row) => row['LRS Event ID'])
      check.equal(standing, ['100', '101', '102', '200', '201'], 'before')
      const again = [
        gridRowOf({
          personCode: '1001',
          status: 'Same',
          source: 'NPD',
          lrsEventId: '102',
          grade: '9',
        }),
        gridRowOf({ personCode: '1001', status: 'New', source: 'NPD', lrsEventId: '999' }),
      ]
      const writer = await session.beginRun({ personCodes: ['1001'], at })
      await writer.writeLearners([{ personCode: '1001', rows: again }])
      const rows = await gridRows(session)
      check.equal(
        rows.map((row) => [row['LRS Event ID'], row['Grade'], row['Status']]).toSorted(),
        [
          ['102', '9', 'Same'],
          ['200', '1', 'New'],
          ['201', '2', 'Changed'],
          ['999', null, 'New'],
        ],
        'after',
      )
      check.equal(await user.read(session.sheetName, `${column}2`), [['ask Ann']], 'the note')
      check.equal(await session.userColumns(), ['My note'], 'user columns')
    },
  },
  {
    name: 'columns are found by heading: moved ones are filled, deleted ones left out',
    async run({ check, start, user }) {
      const session = await start()
      await user.deleteColumn(session.sheetName, 'Level')
      await user.addColumn(session.sheetName, 'Seen', 3)
      await user.write(session.sheetName, 'AK9', 'a note')
      await user.write(session.sheetName, 'AL1', 'Beside')
      const learner = learnerOf(1, 2)
      await download(session, [learner])
      await user.write(session.sheetName, 'D2', 'yes')
      await session
        .beginOutcomes()
        .write(new Map([[learner.rows[1]?.rowKey ?? '', { status: 'Updated', reason: 'r' }]]))
      const rows = await gridRows(session)
      check.equal(
        rows.map((row) => [row['ULN'], row['Qualification'], row['Status'], 'Level' in row]),
        [
          ['9000000008', 'GCSE (9-1) in Subject 0', 'New', false],
          ['9000000008', 'GCSE (9-1) in Subject 1', 'Updated', false],
        ],
        'rows',
      )
      check.equal(await user.read(session.sheetName, 'D1:D3'), [['Seen'], ['yes'], ['']], 'theirs')
      check.equal(await session.userColumns(), ['Seen', 'Column 37', 'Beside'], 'user columns')
      await user.deleteColumn(session.sheetName, 'Row Key')
      await check.refused(
        session.beginOutcomes().write(new Map([['k', { status: 'Failed', reason: null }]])),
        'column-missing',
        'without row keys',
      )
    },
  },
  {
    name: 'what stands below the grid is moved down, not written over',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 2)])
      await user.write(session.sheetName, 'B6', 'my total')
      await download(session, [learnerOf(2, 5)])
      check.equal((await session.counts()).rows, 7, 'rows')
      check.equal(await user.read(session.sheetName, 'B11'), [['my total']], 'the note')
    },
  },
]
