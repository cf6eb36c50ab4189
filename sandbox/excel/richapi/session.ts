import type { Area } from '../model/area.ts'
import type { Workbook } from '../model/book.ts'
import type { ConditionalFormat, Place, Table, Worksheet } from '../model/state.ts'
import type { FoundTable } from '../model/table.ts'
import type { WireObject } from './wire.ts'

/** Makes API objects for things of the workbook. Classes know each other through it alone. */
export interface Objects {
  workbook(): WireObject
  application(): WireObject
  worksheets(): WireObject
  worksheet(sheet: Worksheet): WireObject
  range(sheet: Worksheet, area: Area): WireObject
  rangeAt(place: Place): WireObject
  rangeAreas(sheet: Worksheet, areas: readonly Area[]): WireObject
  rangeFormat(place: Place): WireObject
  rangeView(place: Place): WireObject
  tables(sheet: Worksheet | null): WireObject
  table(found: FoundTable): WireObject
  tableSort(sheet: Worksheet, table: Table): WireObject
  rangeSort(place: Place): WireObject
  tableAutoFilter(found: FoundTable): WireObject
  columns(found: FoundTable): WireObject
  rows(found: FoundTable): WireObject
  freezePanes(sheet: Worksheet): WireObject
  customProperties(sheet: Worksheet): WireObject
  conditionalFormats(place: Place): WireObject
  conditionalFormat(sheet: Worksheet, format: ConditionalFormat): WireObject
  dataValidation(place: Place): WireObject
  names(): WireObject
  settings(): WireObject
  customXmlParts(): WireObject
}

/** What one add-in has hold of in a workbook. */
export interface Session {
  readonly workbook: Workbook
  readonly objects: Objects
  /** Objects kept by reference id, with the place that is kept in step. */
  readonly kept: Map<string, { readonly object: WireObject; readonly place: Place }>
  /** Keeps an object's cells in step from now on; answers with its reference id. */
  keep(object: WireObject): string | null
  release(id: string): void
  /** Keeps a range that an event points to, for as long as not too many newer ones came. */
  keepForEvent(object: WireObject): string | null
  /** The reference id of a place, or null while it is not kept. */
  referenceOf(place: Place): string | null
  /** Adds and takes away an event the add-in wants. */
  register(type: number, target: string): void
  unregister(type: number, target: string): void
  enableEvents: boolean
}
