/**
 * The columns of the session grid, in the order of the sheet: heading (what people see and programs
 * find them by), key (the name of the value in a row's JSON), how the value sits in a cell, and how
 * wide the column is, in characters.
 */
export type ColumnKind = 'text' | 'code' | 'date' | 'number'

export interface GridColumn {
  readonly heading: string
  readonly key: RowField
  /** `code` is text that must never be read as a number; `number` is a whole or decimal number. */
  readonly kind: ColumnKind
  readonly width: number
  readonly hidden?: true
}

export const rowFields = [
  'status',
  'reason',
  'personCode',
  'uln',
  'surname',
  'firstName',
  'dateOfBirth',
  'qualification',
  'grade',
  'awardDate',
  'level',
  'qualificationType',
  'qualificationCode',
  'credits',
  'resultStatus',
  'source',
  'errorCode',
  'errorDescription',
  'responseCode',
  'responseDescription',
  'awardingOrganisation',
  'awardingOrganisationUkprn',
  'provider',
  'providerUkprn',
  'participationStart',
  'participationEnd',
  'collectionType',
  'returnNumber',
  'dateLoaded',
  'language',
  'underDataChallenge',
  'restriction',
  'lrsEventId',
  'foundUln',
  'rowKey',
] as const

export type RowField = (typeof rowFields)[number]

export const gridColumns: readonly GridColumn[] = [
  { heading: 'Status', key: 'status', kind: 'text', width: 11 },
  { heading: 'Reason', key: 'reason', kind: 'text', width: 32 },
  { heading: 'Person Code', key: 'personCode', kind: 'number', width: 19 },
  { heading: 'ULN', key: 'uln', kind: 'code', width: 13 },
  { heading: 'Surname', key: 'surname', kind: 'text', width: 16 },
  { heading: 'First Name', key: 'firstName', kind: 'text', width: 16 },
  { heading: 'Date of Birth', key: 'dateOfBirth', kind: 'date', width: 18, hidden: true },
  { heading: 'Qualification', key: 'qualification', kind: 'text', width: 42 },
  { heading: 'Grade', key: 'grade', kind: 'code', width: 12 },
  { heading: 'Award Date', key: 'awardDate', kind: 'date', width: 15 },
  { heading: 'Level', key: 'level', kind: 'text', width: 10 },
  { heading: 'Qualification Type', key: 'qualificationType', kind: 'text', width: 23 },
  { heading: 'Qualification Code', key: 'qualificationCode', kind: 'code', width: 23 },
  { heading: 'Credits', key: 'credits', kind: 'number', width: 12 },
  { heading: 'Result Status', key: 'resultStatus', kind: 'text', width: 18 },
  { heading: 'Source', key: 'source', kind: 'text', width: 11 },
  { heading: 'Error Code', key: 'errorCode', kind: 'code', width: 15 },
  { heading: 'Error Description', key: 'errorDescription', kind: 'text', width: 32 },
  { heading: 'Response Code', key: 'responseCode', kind: 'code', width: 18 },
  { heading: 'Response Description', key: 'responseDescription', kind: 'text', width: 32 },
  { heading: 'Awarding Organisation', key: 'awardingOrganisation', kind: 'text', width: 26 },
  {
    heading: 'Awarding Organisation UKPRN',
    key: 'awardingOrganisationUkprn',
    kind: 'code',
    width: 32,
  },
  { heading: 'Provider', key: 'provider', kind: 'text', width: 24 },
  { heading: 'Provider UKPRN', key: 'providerUkprn', kind: 'code', width: 19 },
  { heading: 'Participation Start', key: 'participationStart', kind: 'date', width: 24 },
  { heading: 'Participation End', key: 'participationEnd', kind: 'date', width: 22 },
  { heading: 'Collection Type', key: 'collectionType', kind: 'code', width: 20 },
  { heading: 'Return Number', key: 'returnNumber', kind: 'code', width: 18 },
  { heading: 'Date Loaded', key: 'dateLoaded', kind: 'date', width: 16 },
  { heading: 'Language', key: 'language', kind: 'text', width: 13 },
  { heading: 'Under Data Challenge', key: 'underDataChallenge', kind: 'code', width: 25 },
  { heading: 'Restriction', key: 'restriction', kind: 'code', width: 16 },
  { heading: 'LRS Event ID', key: 'lrsEventId', kind: 'code', width: 19 },
  { heading: 'Found ULN', key: 'foundUln', kind: 'code', width: 16 },
  { heading: 'Row Key', key: 'rowKey', kind: 'code', width: 12, hidden: true },
]

/** The worksheet and the table of the session grid, and the last column that stays frozen. */
export const sessionSheetName = 'Attainments (PLR)'
export const sessionTableName = 'PlrAttainments'
export const lastFrozenHeading = 'First Name'
