import { name, sql } from '../../database/index.ts'
import type { UndoResult } from '../../../contract/index.ts'
import type { Undo, WritingFor } from '../../plr/update/ports.ts'
import type { Link } from '../openLink.ts'
import { writeFaultOf } from '../write/fault.ts'
import { closeEntry, openEntry } from './entry.ts'
import type { Entry } from './entry.ts'
import type { UndoParts } from './parts.ts'
import { keptReasons } from './plan.ts'
import { keepAll, undoLearners } from './undoLearners.ts'

/** Learners a transaction, and how often one is tried when somebody was faster. */
const piece = 20
const attempts = 3

/**
 * Puts back what an update wrote, runs of one batch together, with those that join it meanwhile: every
 * record that nobody changed since, learner by learner, so that one that is broken off goes on where it
 * stood. The only place where the link takes a record out of ebs: one that this very update made.
 */
export function createUndo(parts: UndoParts): Undo {
  const { link } = parts
  return {
    async undo(id, writingFor) {
      for (;;) {
        const entry = await openEntry(link, id, parts.undoDays)
        if ('kind' in entry) return entry
        const people = await peopleOf(link, entry)
        for (let at = 0; at < people.length; at += piece) {
          await undoSome(parts, entry, people.slice(at, at + piece), writingFor)
        }
        const end = await closeEntry(link, entry, writingFor.person.name)
        if (end.kind === 'already') return end
        if (end.kind === 'closed') return { kind: 'undone', result: await resultOf(link, entry) }
      }
    },
  }
}

async function undoSome(
  parts: UndoParts,
  entry: Entry,
  people: readonly string[],
  writingFor: WritingFor,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await undoLearners(parts, entry.runIds, people, writingFor)
    } catch (error) {
      const fault = writeFaultOf(error, parts.link.database.dialect.client)
      if (fault === null || fault === 'unavailable') throw error
      if (people.length > 1) break
      if (attempt < attempts && fault === 'again') continue
      const reason = fault === 'refused' ? 'ebs refuses the change.' : keptReasons.inUse
      return keepAll(parts.link, entry.runIds, people, reason)
    }
  }
  for (const person of people) await undoSome(parts, entry, [person], writingFor)
}

async function peopleOf({ database, tables }: Link, entry: Entry): Promise<readonly string[]> {
  const people = new Set<string>()
  for (const runId of entry.runIds) {
    const rows = await database.read(
      sql`select distinct ${database.dialect.numberText(name('person_code'))} as ${name('person')} from ${name(...tables.undoImages)} where ${name('run_id')} = ${runId} and ${name('state')} = ${'open'}`,
    )
    for (const row of rows) people.add(String(row['person']))
  }
  return [...people].sort((one, other) => Number(one) - Number(other))
}

async function resultOf({ database, tables }: Link, entry: Entry): Promise<UndoResult> {
  let restored = 0
  const kept: UndoResult['kept'] = []
  for (const runId of entry.runIds) {
    const rows = await database.read(
      sql`select ${name('row_key')}, ${name('state')}, ${name('kept_reason')} from ${name(...tables.undoImages)} where ${name('run_id')} = ${runId}`,
    )
    for (const row of rows) {
      if (row['state'] === 'restored') restored += 1
      else kept.push({ rowKey: String(row['row_key']), reason: String(row['kept_reason']) })
    }
  }
  return { id: entry.id, restored, kept }
}
