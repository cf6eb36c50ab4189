import { describe, expect, it } from '@jest/globals'
import { perform } from '../model/perform.ts'
import { startHarness } from './harness.ts'

const NAMESPACE = 'urn:example:session'

describe('what a workbook keeps for an add-in', () => {
  it('has custom XML parts by namespace', async () => {
    const { Excel } = await startHarness()
    await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts
      const part = parts.add(`<s:session xmlns:s="${NAMESPACE}"><a/></s:session>`)
      parts.add('<other xmlns="urn:other"/>')
      part.load('id,namespaceUri')
      await context.sync()
      expect(part.namespaceUri).toBe(NAMESPACE)

      const only = parts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject()
      only.setXml(`<session xmlns="${NAMESPACE}">two</session>`)
      const xml = only.getXml()
      const none = parts.getByNamespace('urn:none').getOnlyItemOrNullObject()
      await context.sync()
      expect(xml.value).toContain('two')
      expect(none.isNullObject).toBe(true)

      parts.getItem(part.id).delete()
      const left = parts.getCount()
      await context.sync()
      expect(left.value).toBe(1)

      parts.add('<not closed>')
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' })
    })
  })

  it('does not copy a sheet’s custom properties with it', async () => {
    const { Excel, workbook } = await startHarness()
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      sheet.customProperties.add('session', 'one')
      sheet.getRange('A1').values = [['kept']]
      await context.sync()
    })
    perform(workbook, { do: 'copy-sheet', sheetId: workbook.activeSheet.id })
    await Excel.run(async (context) => {
      const copy = context.workbook.worksheets.getActiveWorksheet().load('name')
      const property = copy.customProperties.getItemOrNullObject('session')
      const cell = copy.getRange('A1').load('values')
      const original = context.workbook.worksheets.getFirst().customProperties.getItem('SESSION')
      original.load('value')
      await context.sync()
      expect([copy.name, property.isNullObject, cell.values]).toEqual([
        'Sheet1 (2)',
        true,
        [['kept']],
      ])
      expect(original.value).toBe('one')
    })
  })

  it('says whether it was saved', async () => {
    const { Excel, workbook } = await startHarness()
    const state = () =>
      Excel.run(async (context) => {
        const book = context.workbook.load('previouslySaved,autoSave,isDirty')
        await context.sync()
        return [book.previouslySaved, book.autoSave, book.isDirty]
      })
    expect(await state()).toEqual([false, false, false])
    const sheetId = workbook.activeSheet.id
    perform(workbook, { do: 'type', sheetId, row: 0, column: 0, text: 'x' })
    expect(await state()).toEqual([false, false, true])
    perform(workbook, { do: 'save' })
    expect(await state()).toEqual([true, true, false])
  })
})

describe('sheets', () => {
  it('are not deleted when they are the last in sight, and go for good otherwise', async () => {
    const { Excel, workbook } = await startHarness()
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets
      sheets.getActiveWorksheet().delete()
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' })
      sheets.add('Attainments (PLR)').activate()
      sheets.getItem('Sheet1').delete()
      await context.sync()
    })
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Attainments (PLR)'])
    expect(workbook.undo).toEqual([])
  })

  it('freeze rows and columns together', async () => {
    const { Excel, workbook } = await startHarness()
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet()
      sheet.freezePanes.freezeAt(sheet.getRange('A1:F1'))
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address')
      await context.sync()
      expect(frozen.address).toBe('Sheet1!A1:F1')
    })
    expect(workbook.activeSheet.frozen).toEqual({ rows: 1, columns: 6 })
  })

  it('keep ranges in step with what a user inserts, and say when they are gone', async () => {
    const { Excel, workbook } = await startHarness()
    const sheetId = workbook.activeSheet.id
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B5:C6')
      range.load('address')
      await context.sync()
      perform(workbook, { do: 'insert', axis: 'rows', sheetId, first: 0, count: 3 })
      range.load('address')
      await context.sync()
      expect(range.address).toBe('Sheet1!B8:C9')
      perform(workbook, { do: 'delete', axis: 'rows', sheetId, first: 6, count: 9 })
      range.load('address')
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' })
    })
  })

  it('know a selection of several areas, and refuse it as one range', async () => {
    const { Excel, workbook } = await startHarness()
    const sheetId = workbook.activeSheet.id
    const row = (at: number) => ({ row: at, column: 0, rows: 1, columns: 16_384 })
    perform(workbook, { do: 'select', sheetId, areas: [row(1), row(4)] })
    await Excel.run(async (context) => {
      const areas = context.workbook.getSelectedRanges().load('address,isEntireRow')
      const shared = areas.getIntersectionOrNullObject('A1:C3').load('address')
      await context.sync()
      expect([areas.address, areas.isEntireRow, shared.address]).toEqual([
        'Sheet1!2:2,Sheet1!5:5',
        true,
        'Sheet1!A2:C2',
      ])
      context.workbook.getSelectedRange().load('address')
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidSelection' })
    })
  })
})
