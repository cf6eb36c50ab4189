import * as z from 'zod'
import { allOf, concat, dialectOf, name, sql, type Row, type Sql } from '../../database/index.ts'
import type { Learner } from '../../plr/learner/learner.ts'
import { temporaryUln } from '../../plr/learner/uln.ts'
import { column, from, isLearner, type Mapping } from '../mapping/index.ts'

/** Put together once for each mapping: it would take as long as all else of a small search. */
const columnsOf = new WeakMap<Mapping, Sql>()

/** The columns of a learner `p`, in the form `learnerOf` reads. */
export function learnerColumns(mapping: Mapping): Sql {
  const known = columnsOf.get(mapping)
  if (known) return known
  const columns = makeColumns(mapping)
  columnsOf.set(mapping, columns)
  return columns
}

function makeColumns(mapping: Mapping): Sql {
  const { numberText, dateText } = dialectOf(mapping.client)
  const own = (ebsName: string) => column(mapping, 'PEOPLE', 'p', ebsName)
  const columns: readonly (readonly [keyof LearnerRow, Sql])[] = [
    ['personCode', numberText(own('PERSON_CODE'))],
    ['uln', numberText(own('UNIQUE_LEARN_NO'))],
    ['surname', own('SURNAME')],
    ['firstName', own('FORENAME')],
    ['knownAs', own('KNOWN_AS')],
    ['previousSurname', own('PREVIOUS_SURNAME')],
    ['surnameAt16', own('SNAME16')],
    ['dateOfBirth', dateText(own('DATE_OF_BIRTH'))],
    ['sex', own('SEX')],
    ['active', own('IS_ACTIVE')],
    ['abilityToShare', own('LRS_ABILITY_TO_SHARE')],
    ['sharesUlnWith', sharesUlnWith(mapping)],
    ['mergedInto', mergedInto(mapping)],
  ]
  return concat(
    columns.map(([as, value]) => sql`${value} as ${name(as)}`),
    ', ',
  )
}

/**
 * Person codes of the other learners with the ULN of `p`. A record that ebs merged away is no other
 * learner, and the temporary ULN is nobody's.
 */
function sharesUlnWith(mapping: Mapping): Sql {
  const { listed, number } = dialectOf(mapping.client)
  const of = (alias: string, ebsName: string) => column(mapping, 'PEOPLE', alias, ebsName)
  const where = allOf([
    sql`${of('q', 'UNIQUE_LEARN_NO')} = ${of('p', 'UNIQUE_LEARN_NO')}`,
    sql`${of('q', 'PERSON_CODE')} <> ${of('p', 'PERSON_CODE')}`,
    sql`${of('p', 'UNIQUE_LEARN_NO')} <> ${number(temporaryUln)}`,
    isLearner(mapping, 'q'),
    sql`not exists (select 1 from ${from(mapping, 'PEOPLE_DEDUPLICATION_AUDIT', 'n')} where ${merge(mapping, 'n', 'REMOVED_PERSON_CODE')} = ${of('q', 'PERSON_CODE')})`,
  ])
  return sql`(select ${listed(of('q', 'PERSON_CODE'))} from ${from(mapping, 'PEOPLE', 'q')} where ${where})`
}

function mergedInto(mapping: Mapping): Sql {
  const kept = merge(mapping, 'm', 'RETAINED_PERSON_CODE')
  const removed = merge(mapping, 'm', 'REMOVED_PERSON_CODE')
  const code = column(mapping, 'PEOPLE', 'p', 'PERSON_CODE')
  const max = dialectOf(mapping.client).numberText(sql`max(${kept})`)
  return sql`(select ${max} from ${from(mapping, 'PEOPLE_DEDUPLICATION_AUDIT', 'm')} where ${removed} = ${code})`
}

const merge = (mapping: Mapping, alias: string, ebsName: string): Sql =>
  column(mapping, 'PEOPLE_DEDUPLICATION_AUDIT', alias, ebsName)

const text = z.nullable(z.string())

const learnerRow = z.object({
  personCode: z.string(),
  uln: text,
  surname: text,
  firstName: text,
  knownAs: text,
  previousSurname: text,
  surnameAt16: text,
  dateOfBirth: text,
  sex: text,
  active: text,
  abilityToShare: z.nullable(z.enum(['0', '1', '2'])).catch(null),
  sharesUlnWith: text,
  mergedInto: text,
})
type LearnerRow = z.infer<typeof learnerRow>

export interface ReadLearner {
  readonly learner: Learner
  /** The person that ebs merged this one into; null for all but a few. */
  readonly mergedInto: string | null
}

export function learnerOf(mapping: Mapping, row: Row): ReadLearner {
  const read = learnerRow.parse(row)
  return {
    learner: {
      personCode: read.personCode,
      uln: filled(read.uln),
      surname: filled(read.surname),
      firstName: filled(read.firstName),
      knownAs: filled(read.knownAs),
      previousSurname: filled(read.previousSurname),
      surnameAt16: filled(read.surnameAt16),
      dateOfBirth: filled(read.dateOfBirth),
      sex: filled(read.sex),
      active: read.active === mapping.active.yes,
      abilityToShare: read.abilityToShare,
      sharesUlnWith: filled(read.sharesUlnWith)?.split(',') ?? null,
    },
    mergedInto: filled(read.mergedInto),
  }
}

/** An empty text of ebs is an empty value. */
const filled = (value: string | null): string | null => (value === '' ? null : value)
