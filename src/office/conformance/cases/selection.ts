import type { ConformanceCase } from '../conformance.ts'
import { download } from '../gridOf.ts'
import { learnerOf } from '../rows.ts'
import type { Selection } from '../../workbook/port.ts'

const positions = ({ rows }: Selection) => rows.map(({ position }) => position)

/** Selecting, however it is done; only visible rows count. */
export const selectionCases: readonly ConformanceCase[] = [
  {
    name: 'areas apart, overlapping and beyond the grid count each row once',
    needs: 'areas',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 6), learnerOf(2, 4)])
      await user.selectAreas(session.sheetName, ['B3:D4', 'A4:A5', 'C9:Z30', 'AZ1:AZ3'])
      const selection = await session.selectedRows()
      check.equal(positions(selection), [1, 2, 3, 7, 8, 9], 'positions')
      check.equal(selection.learners, 2, 'learners')
    },
  },
  {
    name: 'whole rows, whole columns and the whole sheet are rows of the grid',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 5)])
      for (const [address, expected] of [
        ['3:4', [1, 2]],
        ['C:D', [0, 1, 2, 3, 4]],
        ['A:XFD', [0, 1, 2, 3, 4]],
        ['A1:AI1', []],
        ['A50:B60', []],
      ] as const) {
        await user.select(session.sheetName, address)
        check.equal(positions(await session.selectedRows()), expected, address)
      }
    },
  },
  {
    name: 'rows hidden by a filter or by hand are left out and counted',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 8)])
      await user.filter(session.sheetName, 'Status', ['New', 'Same'])
      await user.select(session.sheetName, 'A:B')
      const filtered = await session.selectedRows()
      check.equal(positions(filtered), [0, 2, 4, 6], 'filtered')
      check.equal(filtered.hidden, 4, 'hidden')
      await session.filterBy(null)
      await user.hideRows(session.sheetName, '2:3')
      check.equal(positions(await session.selectedRows()), [2, 3, 4, 5, 6, 7], 'by hand')
      check.equal(positions(await session.visibleRows()), [2, 3, 4, 5, 6, 7], 'all visible')
    },
  },
  {
    name: 'the filter in force is told, whoever set it',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 8)])
      check.equal(await session.filtersNow(), { any: false, statuses: [] }, 'none')
      await session.filterBy({ status: ['New'] })
      check.equal(await session.filtersNow(), { any: true, statuses: ['New'] }, 'of the pane')
      await user.filter(session.sheetName, 'Status', ['Same', 'Review'])
      check.equal(await session.filtersNow(), { any: true, statuses: ['Same', 'Review'] }, 'theirs')
      await user.filter(session.sheetName, 'Grade', ['1', '2', '3'])
      await session.filterBy({})
      check.equal(await session.filtersNow(), { any: true, statuses: [] }, 'of another column')
      await session.filterBy(null)
      check.equal(await session.filtersNow(), { any: false, statuses: [] }, 'all shown')
    },
  },
  {
    name: 'row keys are those of the selected rows, and a sort in between is noticed',
    async run({ check, start, user }) {
      const session = await start()
      const learners = [learnerOf(1, 3), learnerOf(2, 3)]
      await download(session, learners)
      await user.select(session.sheetName, 'A3:A5')
      const { rows } = await session.selectedRows()
      const given = learners.flatMap((learner) => learner.rows.map(({ rowKey }) => rowKey))
      check.equal(await session.readRowKeys(rows), given.slice(1, 4), 'keys')
      const described = await session.describeRows(rows)
      const from = learners.flatMap((learner) => learner.rows).slice(1, 4)
      for (const field of ['rowKey', 'qualification', 'grade', 'awardDate'] as const) {
        const theirs = from.map((row) => row[field])
        check.equal(
          described.map((row) => row[field]),
          theirs,
          field,
        )
      }
      await user.sortBy(session.sheetName, 'Person Code', false)
      await check.refused(session.readRowKeys(rows), 'moved', 'after a sort')
      await check.refused(session.describeRows(rows), 'moved', 'described after a sort')
    },
  },
  {
    name: 'the pane selects all, or one status, and follows the cursor',
    async run({ check, start, user }) {
      const session = await start()
      const learner = learnerOf(1, 8)
      await download(session, [learner])
      await session.selectRows('all')
      check.equal(positions(await session.selectedRows()), [0, 1, 2, 3, 4, 5, 6, 7], 'all')
      await session.selectRows('Changed')
      check.equal(positions(await session.selectedRows()), [1, 5], 'all Changed')
      await session.filterBy({ grade: ['2', '3'] })
      check.equal(positions(await session.visibleRows()), [1, 2], 'the pane\u2019s filter moved on')
      await user.select(session.sheetName, 'H4')
      const row = await session.rowInHand()
      check.equal(row?.position, 2, 'row in hand')
      check.equal(row?.rowKey, learner.rows[2]?.rowKey, 'its key')
      check.equal([row?.values.grade, row?.values.awardDate], ['3', '2024-08-03'], 'its values')
    },
  },
  {
    name: 'another sheet in front means that nothing of the grid is selected',
    async run({ check, start, user, workbook }) {
      const session = await start()
      await download(session, [learnerOf(1, 2)])
      await user.addSheet('List')
      await user.write('List', 'A1', 1001)
      await user.write('List', 'A2', ' 9000000008 ')
      await user.select('List', 'A:A')
      check.equal(await session.selectedRows(), { rows: [], learners: 0, hidden: 0 }, 'selection')
      check.equal(await session.rowInHand(), null, 'row in hand')
      check.equal(await workbook.selectedTexts(), ['1001', '9000000008'], 'a list from a sheet')
      await session.show()
      await user.select(session.sheetName, 'A2')
      check.equal((await session.selectedRows()).rows.length, 1, 'back again')
    },
  },
]
