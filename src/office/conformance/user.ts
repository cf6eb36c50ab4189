import type { ExcelDoor } from '../workbook/excel/door.ts'
import { itemsOf } from '../workbook/excel/loaded.ts'

/** What a person does with the sheet by hand, done through Office.js so that it is the same everywhere. */
export interface User {
  select(sheet: string, address: string): Promise<void>
  /** Selects several areas, as with Ctrl. */
  selectAreas(sheet: string, addresses: readonly string[]): Promise<void>
  sortBy(sheet: string, heading: string, ascending?: boolean): Promise<void>
  filter(sheet: string, heading: string, values: readonly string[]): Promise<void>
  filtersOf(sheet: string): Promise<Readonly<Record<string, readonly string[]>>>
  write(sheet: string, address: string, value: string | number): Promise<void>
  read(sheet: string, address: string): Promise<readonly (readonly unknown[])[]>
  hideRows(sheet: string, address: string): Promise<void>
  deleteRows(sheet: string, address: string): Promise<void>
  /** Adds a column to the table, at its end or before another column. */
  addColumn(sheet: string, heading: string, before?: number): Promise<void>
  deleteColumn(sheet: string, heading: string): Promise<void>
  addSheet(name: string): Promise<void>
  copySheet(sheet: string): Promise<string>
  deleteSheet(sheet: string): Promise<void>
  sheets(): Promise<readonly string[]>
  /** Column letters of a heading in the grid. */
  column(sheet: string, heading: string): Promise<string>
}

/** Selects several areas at once: Office.js can since ExcelApi 1.18, a stand-in in its own way. */
export type SelectAreas = (sheet: string, addresses: readonly string[]) => Promise<void>

/** A person at this Excel; without a way to select several areas, cases that need it are skipped. */
export function createUser({ run }: ExcelDoor, selectAreas: SelectAreas | null): User {
  const tableOf = async (context: Excel.RequestContext, name: string) => {
    const sheet = context.workbook.worksheets.getItem(name)
    const { tables } = sheet
    tables.load('items/id')
    await context.sync()
    const [table] = itemsOf(tables)
    if (!table) throw new Error(`no table on ${name}`)
    return { sheet, table }
  }
  const headingsOf = async (context: Excel.RequestContext, table: Excel.Table) => {
    const header = table.getHeaderRowRange()
    header.load('values,columnIndex')
    await context.sync()
    return { headings: (header.values[0] ?? []).map(String), first: header.columnIndex }
  }
  const onSheet = (name: string, work: (sheet: Excel.Worksheet) => void) =>
    run(async (context) => {
      work(context.workbook.worksheets.getItem(name))
      await context.sync()
    })

  return {
    select: (name, address) =>
      onSheet(name, (sheet) => {
        sheet.activate()
        sheet.getRange(address).select()
      }),
    selectAreas: (name, addresses) =>
      selectAreas
        ? selectAreas(name, addresses)
        : Promise.reject(new Error('this Excel cannot be told to select several areas')),
    sortBy: (name, heading, ascending = true) =>
      run(async (context) => {
        const { table } = await tableOf(context, name)
        const { headings } = await headingsOf(context, table)
        table.sort.apply([{ key: headings.indexOf(heading), ascending }])
        await context.sync()
      }),
    filter: (name, heading, values) =>
      run(async (context) => {
        const { table } = await tableOf(context, name)
        table.columns.getItem(heading).filter.applyValuesFilter([...values])
        await context.sync()
      }),
    filtersOf: (name) =>
      run(async (context) => {
        const { table } = await tableOf(context, name)
        const { headings } = await headingsOf(context, table)
        const filters = headings.map((heading) => table.columns.getItem(heading).filter)
        for (const filter of filters) filter.load('criteria')
        await context.sync()
        return Object.fromEntries(
          filters.flatMap(({ criteria }, at) => {
            const said: Excel.FilterCriteria | null = criteria
            const values = (said?.values ?? []).map(String)
            return values.length > 0 ? [[headings[at] ?? '', values.toSorted()]] : []
          }),
        )
      }),
    write: (name, address, value) =>
      onSheet(name, (sheet) => {
        sheet.getRange(address).values = [[value]]
      }),
    read: (name, address) =>
      run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange(address)
        range.load('values')
        await context.sync()
        return range.values
      }),
    hideRows: (name, address) =>
      onSheet(name, (sheet) => {
        sheet.getRange(address).rowHidden = true
      }),
    deleteRows: (name, address) =>
      onSheet(name, (sheet) => {
        sheet.getRange(address).delete('Up')
      }),
    addColumn: (name, heading, before) =>
      run(async (context) => {
        const { table } = await tableOf(context, name)
        const column = table.columns.add(before)
        column.name = heading
        await context.sync()
      }),
    deleteColumn: (name, heading) =>
      run(async (context) => {
        const { table } = await tableOf(context, name)
        table.columns.getItem(heading).delete()
        await context.sync()
      }),
    addSheet: (name) =>
      run(async (context) => {
        context.workbook.worksheets.add(name)
        await context.sync()
      }),
    copySheet: (name) =>
      run(async (context) => {
        const copy = context.workbook.worksheets.getItem(name).copy('End')
        copy.load('name')
        await context.sync()
        return copy.name
      }),
    deleteSheet: (name) =>
      onSheet(name, (sheet) => {
        sheet.delete()
      }),
    sheets: () =>
      run(async (context) => {
        const { worksheets } = context.workbook
        worksheets.load('items/name')
        await context.sync()
        return itemsOf(worksheets).map((sheet) => sheet.name)
      }),
    column: (name, heading) =>
      run(async (context) => {
        const { table } = await tableOf(context, name)
        const { headings, first } = await headingsOf(context, table)
        return letters(first + headings.indexOf(heading))
      }),
  }
}

/** The letters of a zero-based column. */
export function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest
}
