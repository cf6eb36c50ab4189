import type { EventFacts } from '../event/learningEvent.ts'
import type { AttainmentValues } from './attainment.ts'
import type { ColumnSource } from './attainmentMapping.ts'
import { readAwardDate } from './awardDate.ts'
import type { Case } from './case.ts'
import { fits } from './cell.ts'
import type { Cell, Value } from './cell.ts'
import type { ColumnRule } from './columnRules.ts'
import type { Fields } from './fields.ts'
import { storedGrade } from './grade.ts'

/** Whether a record plainly holds what LRS sent. */
export type Glance = (one: Case, record: AttainmentValues) => boolean

/**
 * Most learning events stand in ebs as LRS sends them. The glance tells so from the facts, before
 * anything is worked out that would be written: true only where the whole comparison would find no
 * difference and nothing to note. False says nothing; then the whole comparison has to look.
 *
 * The usual columns are read each at a place of its own: there V8 knows which one it is, and the read
 * takes a fraction of what it takes in a loop over the columns.
 */
export function createGlance(rules: readonly ColumnRule[], fields: Fields): Glance {
  const usual = (from: ColumnSource): ColumnRule | null => {
    const rule = fields.ruleOf(from)
    return rule && (from === 'eventId' || isCompared(rule)) ? rule : null
  }
  const title = usual('title')
  const grade = usual('grade')
  const date = usual('awardDate')
  const aim = usual('aim')
  const credits = usual('credits')
  const eventId = usual('eventId')
  const looked = new Set([title, grade, date, aim, credits, eventId])
  const others = rules.filter((rule) => !looked.has(rule) && !rule.isForInserts)
  const isDated = fields.ruleOf('awardDate') !== null

  return (one, record) => {
    const { facts } = one
    if (title && !isTitle(title, facts, record[title.name])) return false
    if (grade && !isGrade(grade, facts, record[grade.name])) return false
    if (date && !holds(record[date.name], one.date)) return false
    if (aim && !holds(record[aim.name], one.aim)) return false
    if (credits && !isCredits(credits, facts, record[credits.name])) return false
    if (eventId && facts.id.length > eventId.longest) return false
    for (const rule of others) if (!isPlain(rule, facts, record[rule.name])) return false
    return isDated || readAwardDate(facts.achievementAwardDate).note === null
  }
}

type Held = Value | undefined

const isCompared = ({ column }: ColumnRule): boolean => column.compared && !column.insertOnly

function isTitle({ longest }: ColumnRule, { subject }: EventFacts, held: Held): boolean {
  return subject !== null && subject === held && subject.length <= longest && subject.trim() !== ''
}

function isGrade({ longest }: ColumnRule, { grade }: EventFacts, held: Held): boolean {
  const stored = storedGrade(grade)
  return stored === held && (stored === null || stored.length <= longest)
}

/** Without credits the column is left as it is. */
function isCredits({ column }: ColumnRule, { credits }: EventFacts, held: Held): boolean {
  return credits === null || credits <= 0 || (credits === held && fits(column, credits))
}

function isPlain(rule: ColumnRule, facts: EventFacts, held: Held): boolean {
  const cell = rule.cellOf(facts)
  return isCompared(rule) ? holds(held, cell) : cell.note === null
}

function holds(held: Held, { value, note }: Cell): boolean {
  return note === null && (value === undefined || value === held)
}
