/** The tables of ebs that the link meets, by ebs-domain.md's names. */
export const tableIds = [
  'PEOPLE',
  'PEOPLE_DEDUPLICATION_AUDIT',
  'PEOPLE_UNITS',
  'UNIT_INSTANCES',
  'UNIT_INSTANCE_OCCURRENCES',
  'ORGANISATION_UNITS',
  'SCHOOLS',
  'ATTAINMENTS',
  'PEOPLE_UNIT_ATTAINMENTS',
  'USERS',
  'VERIFIERS',
  'WEB_CONFIG',
] as const
export type TableId = (typeof tableIds)[number]
