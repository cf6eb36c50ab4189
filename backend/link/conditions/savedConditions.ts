import { conditionGroup } from '../../../contract/index.ts'
import type { ConditionGroup, SavedCondition } from '../../../contract/index.ts'
import { DatabaseError, name, sql, toRaw } from '../../database/index.ts'
import type { Row } from '../../database/index.ts'
import type { Person } from '../../plr/learner/person.ts'
import type { Link } from '../openLink.ts'
import { personalFieldsOf } from './personal.ts'

export interface ConditionToSave {
  readonly name: string
  readonly shared: boolean
  readonly condition: ConditionGroup
}

/** What saving comes to (surface.md, `GET /api/conditions`). */
export type ConditionSaved =
  | { readonly kind: 'created' | 'replaced' }
  /** Another person's own: told as if it were not there. */
  | { readonly kind: 'unknown' }
  /** A shared one that is another's, and the asker is no Admin. */
  | { readonly kind: 'not-allowed' }
  /** A shared one must hold no names, birth dates, ULNs or person codes. */
  | { readonly kind: 'personal'; readonly detail: string }

export interface SavedConditions {
  /** One's own and the shared ones, by name. */
  list(person: Person): Promise<readonly SavedCondition[]>
  save(id: string, condition: ConditionToSave, person: Person): Promise<ConditionSaved>
  remove(id: string, person: Person): Promise<'removed' | 'unknown' | 'not-allowed'>
}

/** Saved conditions in the link's own tables; the client makes their ids. */
export function createSavedConditions(link: Link): SavedConditions {
  const { database, tables, databaseId } = link
  const { utcNow } = database.dialect
  const table = tables.conditions.join('.')
  const columns = sql`${name('condition_id')}, ${name('owner')}, ${name('name')}, ${name('shared')}, ${name('condition')}`

  const find = async (id: string): Promise<Row | undefined> => {
    const [row] = await database.read(
      sql`select ${columns} from ${name(...tables.conditions)} where ${name('database_id')} = ${databaseId} and ${name('condition_id')} = ${id.toLowerCase()}`,
    )
    return row
  }

  return {
    async list(person) {
      const rows = await database.read(
        sql`select ${columns} from ${name(...tables.conditions)} where ${name('database_id')} = ${databaseId} and (${name('owner')} = ${ownerOf(person)} or ${name('shared')} = ${'Y'}) order by ${name('name')}, ${name('condition_id')}`,
      )
      return rows.map((row) => ({
        id: String(row['condition_id']),
        name: String(row['name']),
        shared: row['shared'] === 'Y',
        condition: conditionGroup.parse(JSON.parse(String(row['condition']))),
      }))
    },

    async save(id, condition, person) {
      const personal = condition.shared ? personalFieldsOf(condition.condition) : []
      const known = await find(id)
      const access = known ? accessOf(known, person) : 'allowed'
      if (access !== 'allowed') return { kind: access }
      if (personal.length > 0) return { kind: 'personal', detail: personalDetail(personal) }
      const values = {
        name: condition.name,
        shared: condition.shared ? 'Y' : 'N',
        condition: JSON.stringify(condition.condition),
      }
      try {
        await database.transaction(async ({ knex }) => {
          const changed = { ...values, changed_at: toRaw(knex, utcNow) }
          const key = { database_id: databaseId, condition_id: id.toLowerCase() }
          if (known) await knex(table).where(key).update(changed)
          else await knex(table).insert({ ...key, owner: ownerOf(person), ...changed })
        })
      } catch (error) {
        // Somebody made one with this id at the same moment: then it is theirs to judge.
        if (error instanceof DatabaseError && error.fault === 'duplicate') {
          return this.save(id, condition, person)
        }
        throw error
      }
      return { kind: known ? 'replaced' : 'created' }
    },

    async remove(id, person) {
      const known = await find(id)
      if (!known) return 'unknown'
      const access = accessOf(known, person)
      if (access !== 'allowed') return access
      await database.transaction(({ knex }) =>
        knex(table).where({ database_id: databaseId, condition_id: id.toLowerCase() }).delete(),
      )
      return 'removed'
    },
  }
}

const ownerOf = ({ subject }: Person): string => subject.slice(0, 255)

/** Another's own is hidden; a shared one is changed by its maker or an Admin. */
function accessOf(known: Row, person: Person): 'allowed' | 'unknown' | 'not-allowed' {
  if (known['owner'] === ownerOf(person)) return 'allowed'
  if (known['shared'] !== 'Y') return 'unknown'
  return person.role === 'Admin' ? 'allowed' : 'not-allowed'
}

function personalDetail(fields: readonly string[]): string {
  return `A shared condition must not hold names, birth dates, ULNs or person codes: take out ${fields.join(', ')}, or keep it for yourself.`
}
