import * as z from 'zod/mini'

/** What the grid's `Status` says after a download, an update and an undo (surface.md, The session grid). */
export const downloadStatuses = ['New', 'Changed', 'Same', 'Review', 'None', 'Problem'] as const
export const updateStatuses = ['Inserted', 'Updated', 'Unchanged', 'Skipped', 'Failed'] as const
export const rowStatuses = [...downloadStatuses, ...updateStatuses, 'Restored'] as const

export type DownloadStatus = (typeof downloadStatuses)[number]
export type RowStatus = (typeof rowStatuses)[number]

const text = z.nullable(z.string())
const isoDate = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))

/** One row of the session grid: dates `yyyy-MM-dd`, absent values null, all but `credits` text. */
export const gridRow = z.object({
  status: z.enum(downloadStatuses),
  reason: text,
  personCode: z.string(),
  uln: text,
  surname: text,
  firstName: text,
  dateOfBirth: isoDate,
  qualification: text,
  grade: text,
  awardDate: isoDate,
  level: text,
  qualificationType: text,
  qualificationCode: text,
  credits: z.nullable(z.number()),
  resultStatus: text,
  source: text,
  errorCode: text,
  errorDescription: text,
  responseCode: text,
  responseDescription: text,
  awardingOrganisation: text,
  awardingOrganisationUkprn: text,
  provider: text,
  providerUkprn: text,
  participationStart: isoDate,
  participationEnd: isoDate,
  collectionType: text,
  returnNumber: text,
  dateLoaded: isoDate,
  language: text,
  underDataChallenge: text,
  restriction: text,
  lrsEventId: text,
  foundUln: text,
  rowKey: text,
})

export type GridRow = z.infer<typeof gridRow>

/** A row without any value: all that is not said of a row is null. */
export const emptyRow: Omit<GridRow, 'status' | 'personCode'> = {
  reason: null,
  uln: null,
  surname: null,
  firstName: null,
  dateOfBirth: null,
  qualification: null,
  grade: null,
  awardDate: null,
  level: null,
  qualificationType: null,
  qualificationCode: null,
  credits: null,
  resultStatus: null,
  source: null,
  errorCode: null,
  errorDescription: null,
  responseCode: null,
  responseDescription: null,
  awardingOrganisation: null,
  awardingOrganisationUkprn: null,
  provider: null,
  providerUkprn: null,
  participationStart: null,
  participationEnd: null,
  collectionType: null,
  returnNumber: null,
  dateLoaded: null,
  language: null,
  underDataChallenge: null,
  restriction: null,
  lrsEventId: null,
  foundUln: null,
  rowKey: null,
}
