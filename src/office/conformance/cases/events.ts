import type { ConformanceCase } from '../conformance.ts'
import { download } from '../gridOf.ts'
import { learnerOf } from '../rows.ts'

/** What the pane hears of the user's doings in the workbook. */
export const eventCases: readonly ConformanceCase[] = [
  {
    name: 'a worksheet deleted by hand ends the session, and the pane hears of it',
    async run({ check, start, user, workbook }) {
      const session = await start()
      let heard = 0
      const off = await session.onSheetDeleted(() => {
        heard += 1
      })
      await user.deleteSheet(session.sheetName)
      await settled()
      check.equal(heard, 1, 'heard')
      await off()
      check.equal(await workbook.openSession(), { kind: 'none', copies: [] }, 'no session')
    },
  },
  {
    name: 'the pane hears of selections, once they settle',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 3)])
      let heard = 0
      const off = await session.onSelectionChanged(() => {
        heard += 1
      })
      for (const address of ['A2', 'A3', 'A4']) await user.select(session.sheetName, address)
      await settled()
      check.ok(heard >= 1 && heard <= 3, 'heard at least once, not more often than selected')
      await off()
      const before = heard
      await user.select(session.sheetName, 'A2')
      await settled()
      check.equal(heard, before, 'nothing after taking off')
    },
  },
  {
    name: 'the pane hears of rows that are sorted, filtered and shown again, once that settles',
    async run({ check, start, user }) {
      const session = await start()
      await download(session, [learnerOf(1, 8)])
      await settled()
      let heard = 0
      const off = await session.onRowsChanged(() => {
        heard += 1
      })
      const doings: Readonly<Record<string, () => Promise<void>>> = {
        sort: () => user.sortBy(session.sheetName, 'Grade', false),
        filter: () => user.filter(session.sheetName, 'Status', ['New']),
        'all shown': () => session.filterBy(null),
        'hidden by hand': () => user.hideRows(session.sheetName, '2:3'),
      }
      for (const [name, doing] of Object.entries(doings)) {
        heard = 0
        await doing()
        await settled()
        check.ok(heard >= 1, name)
      }
      await off()
      heard = 0
      await user.sortBy(session.sheetName, 'Grade')
      await settled()
      check.equal(heard, 0, 'nothing after taking off')
    },
  },
]

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400))
}
