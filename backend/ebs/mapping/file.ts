import * as z from 'zod'
import { columnSources } from '../../plr/compare/attainmentMapping.ts'
import { lengthUnits } from '../../plr/compare/length.ts'
import { gradeScales, junkRules, policies } from '../../plr/compare/rules/rules.ts'
import { tableIds } from './tables.ts'

const identifier = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_$#]*$/, 'must be a plain name of letters, digits, _, $ and #')
const qualified = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_$#]*(\.[A-Za-z_][A-Za-z0-9_$#]*){0,2}$/,
    'must be a plain name, or several with dots between: OWNER.NAME',
  )
/** ebs-domain.md's name of a column, whatever the site calls it. */
const column = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be ebs's own name in upper case")
/** A text of LRS that is translated: `100060`, `UNKNWN`, `90000051`; not always a number. */
const sent = z.string().regex(/\S/, 'must be a text that LRS sends')
const constant = z.union([z.string(), z.number()])

const table = z.strictObject({
  owner: identifier.optional(),
  name: identifier.optional(),
  columns: z
    .record(column, identifier)
    .optional()
    .describe("ebs's own name → the name at this site, for columns that were renamed"),
})

const learnerRule = z.union([
  z.strictObject({ column, is: z.enum(['empty', 'filled']) }),
  z.strictObject({ column, in: z.array(constant).min(1).max(100) }),
])

const choice = z.strictObject({ value: z.string().min(1), label: z.string().min(1) })

const searchField = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be one word that begins with a small letter'),
  label: z.string().min(1).max(60),
  column: column.describe('A column of PEOPLE, e.g. FES_USER_7'),
  type: z.enum(['text', 'date', 'number', 'choice']),
  values: z.array(choice).min(1).optional().describe('For type choice: the codes to choose from'),
})

const writtenColumn = z.strictObject({
  column,
  from: z
    .enum(columnSources)
    .nullable()
    .describe('Which field of the learning event; null takes a column of the default mapping out'),
  length: z.int().positive().nullable().optional().describe('Longest text or most digits'),
  unit: z.enum(lengthUnits).optional().describe('What this length counts of a text'),
  required: z.boolean().optional().describe('What does not fit fails the row'),
  compared: z.boolean().optional().describe('A difference makes a record Changed'),
  insertOnly: z.boolean().optional().describe('Never written to a record that exists'),
})

const ruleFile = z
  .string()
  .min(1)
  .describe('A JSON file, from the folder of the mapping file when relative')

const attainmentCode = z
  .union([
    z.strictObject({ sequence: qualified }),
    z.strictObject({ generated: z.literal(true) }),
    z.strictObject({ procedure: qualified }),
    z.strictObject({
      counter: z.strictObject({
        table: qualified,
        column: identifier,
        where: z.record(identifier, constant),
      }),
    }),
  ])
  .describe('How ATTAINMENT_CODE of a new record is made. Never max + 1.')

/** The schema mapping file: only what differs from ebs-domain.md's names needs to be in it. */
export const mappingFile = z.strictObject({
  $schema: z.string().optional(),
  owner: identifier.optional().describe('Owner (schema) of the tables of ebs'),
  tables: z.partialRecord(z.enum(tableIds), table).optional(),
  institutionContext: z
    .strictObject({
      value: z.union([z.string().regex(/^\d{1,10}$/), z.int().nonnegative()]),
      column: column.optional(),
      tables: z.array(z.enum(tableIds)).optional(),
    })
    .optional()
    .describe('Where one ebs holds several institutions: limits every read and stamps new records'),
  learner: z.array(learnerRule).optional().describe('What makes a person a learner'),
  active: z.strictObject({ yes: z.string(), no: z.string() }).optional(),
  sex: z.array(choice).min(1).optional(),
  enrolmentStatus: z.array(choice).min(1).optional(),
  searchFields: z.array(searchField).max(60).optional(),
  attainments: z
    .strictObject({
      source: z.string().min(1).max(10).optional(),
      defaultType: z.string().min(1).max(10).optional(),
      columns: z.array(writtenColumn).optional(),
      unit: z
        .enum(lengthUnits)
        .optional()
        .describe('What lengths of texts count: bytes on Oracle, else characters, unless said'),
      types: z
        .record(sent, z.string().min(1).max(10))
        .optional()
        .describe('QualificationType as LRS sends it → attainment type of ebs'),
      examBoards: z
        .record(sent, z.string().min(1).max(10))
        .optional()
        .describe('AwardingOrganisationUkprn as LRS sends it → exam board of ebs'),
      constants: z.record(column, constant).optional(),
      code: attainmentCode.optional(),
    })
    .optional(),
  rules: z
    .strictObject({
      policy: z
        .enum(policies)
        .optional()
        .describe('How far Update goes where ebs already holds something; ebs overwrites'),
      junk: z
        .union([ruleFile, junkRules])
        .optional()
        .describe('Learning events that say nothing, in the place of the shipped rules'),
      grades: z
        .union([ruleFile, gradeScales])
        .optional()
        .describe('Which grade is lower than which, in the place of the shipped scales'),
    })
    .optional()
    .describe('How the comparison judges'),
  users: z
    .strictObject({
      required: z.boolean().describe('Whoever has no enabled row in USERS may not update'),
    })
    .optional(),
})
export type MappingFile = z.infer<typeof mappingFile>
export type AttainmentCodeRule = z.infer<typeof attainmentCode>
export type LearnerRule = z.infer<typeof learnerRule>
export type ExtraField = z.infer<typeof searchField>
export type Choice = z.infer<typeof choice>
