import { describe, expect, it } from '@jest/globals'
import {
  excelInNode,
  type ExcelInNode,
  type ExcelInNodeOptions,
} from '../../../tests/excel/inNode.ts'
import { perform } from '../../../sandbox/excel/model/perform.ts'
import { learnerOf } from '../conformance/rows.ts'
import { sessionProperty } from './session/place.ts'
import { createWorkbook } from './workbook.ts'

const at = '2026-09-01T08:00:00.000Z'

async function begin(options: ExcelInNodeOptions = {}) {
  const excel = await excelInNode(options)
  const waits: number[] = []
  const workbook = createWorkbook(excel.globals, {
    wait: (ms) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
  const session = await workbook.startSession({ institution: '10001234', environment: 'live' })
  return { excel, workbook, session, waits }
}

/** Turns two body rows of the grid round, as a sort of the user would, when `when` first holds. */
function swapRows(
  excel: ExcelInNode,
  [a, b]: readonly [number, number],
  when: (body: string) => boolean,
) {
  excel.onRequest = (body) => {
    if (!when(body)) return
    excel.onRequest = null
    const sheet = excel.model.sheets.find(({ name }) => name === 'Attainments (PLR)')
    const rows = sheet?.cells.rows
    if (!rows) throw new Error('no session sheet')
    const first = rows[a + 1]
    rows[a + 1] = rows[b + 1]!
    rows[b + 1] = first!
  }
}

const writesStatus = (body: string) => body.includes('"Inserted"')
const writesManifest = (body: string) => body.includes('"SetXml"')

describe('what Excel may answer', () => {
  it('throttling is waited out, longer each time, and then said', async () => {
    const { excel, session, waits } = await begin()
    for (let time = 0; time < 3; time += 1) excel.richApi.failNext(5102)
    expect((await session.counts()).rows).toBe(0)
    expect(waits).toEqual([500, 1_000, 2_000])
    for (let time = 0; time < 5; time += 1) excel.richApi.failNext(5102)
    await expect(session.counts()).rejects.toMatchObject({ code: 'busy' })
  })

  it('throttling in the middle of a download writes no row twice', async () => {
    const { excel, session } = await begin()
    const writer = await session.beginRun({ personCodes: ['1001'], at })
    let writes = 0
    excel.onRequest = (body) => {
      if (!writesManifest(body)) return
      writes += 1
      if (writes === 1) excel.richApi.failNext(5102)
    }
    await writer.writeLearners([learnerOf(1, 3)])
    expect(writes).toBe(2)
    expect((await session.counts()).rows).toBe(3)
  })

  it('a cell being edited is waited for, and a read-only workbook is said to be so', async () => {
    const { excel, session } = await begin()
    excel.richApi.failNext(7000)
    const refused = session.counts()
    await expect(refused).rejects.toMatchObject({ code: 'protected' })
    await expect(refused).rejects.toThrow(/Remove the protection/)
    excel.richApi.failNext(5004)
    await expect(session.show()).rejects.toMatchObject({ code: 'cell-edit' })
  })

  it('a request that is too large is halved until it fits', async () => {
    const { excel, session } = await begin({ mostBytes: 90_000 })
    const learners = Array.from({ length: 60 }, (_, number) => learnerOf(number, 5))
    const writer = await session.beginRun({ personCodes: learners.map((l) => l.personCode), at })
    expect(await writer.writeLearners(learners)).toEqual({ notWritten: [], again: [] })
    expect(Math.max(...excel.requests)).toBeGreaterThan(90_000)
    expect(await session.counts()).toMatchObject({ rows: 300, learners: 60 })
    expect((await session.learners()).wanted).toEqual([])
  })

  it('no request of a large download comes near the limit of Excel on the web', async () => {
    const { excel, session } = await begin()
    const learners = Array.from({ length: 150 }, (_, number) => learnerOf(number, 15))
    const writer = await session.beginRun({ personCodes: learners.map((l) => l.personCode), at })
    await writer.writeLearners(learners)
    await writer.finish()
    await writer.writeLearners(learners)
    expect(Math.max(...excel.requests)).toBeLessThan(2_500_000)
  })
})

describe('somebody sorts in the very moment of writing', () => {
  it('outcomes reach their rows all the same, and the rows that were hit say what they said', async () => {
    const { excel, session } = await begin()
    const { rows, personCode } = learnerOf(1, 6)
    const writer = await session.beginRun({ personCodes: [personCode], at })
    await writer.writeLearners([{ personCode, rows }])
    const key = rows[0]?.rowKey ?? ''
    swapRows(excel, [0, 5], writesStatus)
    const written = await session
      .beginOutcomes()
      .write(new Map([[key, { status: 'Inserted', reason: 'r' }]]))
    expect(written).toEqual({ written: 1, notFound: [] })
    const table = await session.readForExport({ personalDetails: true })
    const [status, reason, event] = ['Status', 'Reason', 'LRS Event ID'].map((heading) =>
      table.columns.findIndex((column) => column.heading === heading),
    )
    const said = table.rows.map((row) => [row[event ?? 0], row[status ?? 0], row[reason ?? 0]])
    expect(said.toSorted()).toEqual([
      ['100', 'Inserted', 'r'],
      ['101', 'Changed', null],
      ['102', 'Same', null],
      ['103', 'Review', null],
      ['104', 'New', null],
      ['105', 'Changed', null],
    ])
  })

  it('learners in doubt are taken out and wanted again; nobody else is touched', async () => {
    const { excel, session } = await begin()
    const learners = [learnerOf(1, 2), learnerOf(2, 2), learnerOf(3, 2)]
    const writer = await session.beginRun({ personCodes: ['1001', '1002', '1003'], at })
    await writer.writeLearners(learners)
    swapRows(excel, [0, 3], writesManifest)
    const { again } = await writer.writeLearners([learnerOf(1, 2)])
    expect(again.toSorted()).toEqual(['1001', '1002'])
    expect(await session.learners()).toEqual({
      inSheet: ['1003'],
      wanted: expect.arrayContaining(['1001', '1002']) as unknown,
      wantedAgain: [],
      missing: [],
    })
    expect(await session.counts()).toMatchObject({ rows: 2, learners: 1 })
    await writer.writeLearners(learners.slice(0, 2))
    expect(await session.counts()).toMatchObject({ rows: 6, learners: 3 })
  })
})

describe('what the user does to the rows', () => {
  it('is told: edits, deletions and filters by hand, but not values the pane wrote', async () => {
    const { excel, session } = await begin()
    const sheet = excel.model.sheets.find(({ name }) => name === session.sheetName)
    const table = sheet?.tables[0]
    if (!sheet || !table) throw new Error('no session sheet')
    const writer = await session.beginRun({ personCodes: ['1001'], at })
    await writer.writeLearners([learnerOf(1, 6)])
    let heard = 0
    const off = await session.onRowsChanged(() => {
      heard += 1
    })
    const told = async () => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      const times = heard
      heard = 0
      return times
    }
    const sheetId = sheet.id
    await session
      .beginOutcomes()
      .write(new Map([[learnerOf(1, 1).rows[0]?.rowKey ?? '', { status: 'Failed', reason: 'x' }]]))
    expect(await told()).toBe(0)
    perform(excel.model, { do: 'type', sheetId, row: 1, column: 8, text: '9' })
    perform(excel.model, { do: 'type', sheetId, row: 2, column: 8, text: '9' })
    expect(await told()).toBe(1)
    perform(excel.model, { do: 'delete', axis: 'rows', sheetId, first: 1, count: 2 })
    expect(await told()).toBe(1)
    perform(excel.model, { do: 'sort', tableId: table.id, column: 8, ascending: false })
    expect(await told()).toBe(1)
    perform(excel.model, { do: 'filter-values', tableId: table.id, column: 0, values: ['Same'] })
    expect(await told()).toBe(1)
    perform(excel.model, { do: 'clear-filter', tableId: table.id })
    expect(await told()).toBe(1)
    await off()
  })
})

describe('a session whose grid Excel refuses', () => {
  it('leaves no sheet behind, and a later one begins as if nothing had been', async () => {
    const excel = await excelInNode()
    const workbook = createWorkbook(excel.globals)
    const start = () => workbook.startSession({ institution: '10001234', environment: 'live' })
    excel.onRequest = (body) => {
      if (!body.includes(sessionProperty)) return
      excel.onRequest = null
      excel.richApi.failNext(7000)
    }
    await expect(start()).rejects.toMatchObject({ code: 'protected' })
    expect(excel.model.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
    expect((await start()).sheetName).toBe('Attainments (PLR)')
  })

  it('is told by what Excel refused first, even where the sheet cannot be taken out', async () => {
    const excel = await excelInNode()
    const workbook = createWorkbook(excel.globals)
    let failed = false
    excel.onRequest = (body) => {
      failed ||= body.includes(sessionProperty)
      if (failed) excel.richApi.failNext(body.includes(sessionProperty) ? 7000 : 5004)
    }
    const started = workbook.startSession({ institution: '10001234', environment: 'live' })
    await expect(started).rejects.toMatchObject({ code: 'protected' })
  })
})

describe('a session that lost something', () => {
  it('is damaged without its manifest, and can only be closed', async () => {
    const { excel, workbook } = await begin()
    excel.model.xmlParts.length = 0
    const opened = await workbook.openSession()
    expect(opened).toMatchObject({
      kind: 'damaged',
      why: expect.stringMatching(/close the session/i) as unknown,
    })
    if (opened.kind === 'damaged') await opened.close()
    expect(await workbook.openSession()).toEqual({ kind: 'none', copies: [] })
    expect(excel.model.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
  })

  it('says so when its grid is no table any more', async () => {
    const { excel, workbook, session } = await begin()
    const sheet = excel.model.sheets.find(({ name }) => name === session.sheetName)
    sheet?.tables.splice(0)
    await expect(session.counts()).rejects.toMatchObject({ code: 'grid-missing' })
    expect(await workbook.openSession()).toMatchObject({ kind: 'damaged' })
  })
})

describe('a list from the sheet in front', () => {
  it('is too large when the selection has more cells than Excel counts', async () => {
    const excel = await excelInNode()
    const [sheet] = excel.model.sheets
    if (!sheet) throw new Error('no sheet')
    for (const [row, column] of [
      [0, 0],
      [1_048_575, 16_383],
    ] as const) {
      perform(excel.model, { do: 'type', sheetId: sheet.id, row, column, text: '1001' })
    }
    await excel.selectAreas(sheet.name, ['A1:XFD1048576'])
    const texts = createWorkbook(excel.globals).selectedTexts()
    await expect(texts).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('where the workbook is kept', () => {
  it.each([
    [{ previouslySaved: false, autoSave: false }, 'unsaved'],
    [{ previouslySaved: true, autoSave: false }, 'saved'],
    [{ previouslySaved: true, autoSave: true }, 'autosaved'],
  ])('%j is %s', async (state, kind) => {
    const { excel, workbook } = await begin()
    Object.assign(excel.model, state)
    expect(await workbook.savedState()).toEqual({ kind })
  })
})
