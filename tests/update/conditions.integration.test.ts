import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import {
  createSavedConditions,
  type SavedConditions,
} from '../../backend/link/conditions/savedConditions.ts'
import type { ConditionGroup } from '../../contract/index.ts'
import type { Person } from '../../backend/plr/learner/person.ts'
import { admin, testCollege, type TestCollege } from '../support/college.ts'

let college: TestCollege
let conditions: SavedConditions
const user: Person = { ...admin, subject: 'user-1', name: 'Uma User', role: 'User' }
const other: Person = { ...user, subject: 'user-2' }

const byCourse: ConditionGroup = {
  combinator: 'and',
  rules: [{ field: 'course', operator: '=', value: 'ART' }],
}
const bySurname: ConditionGroup = {
  combinator: 'or',
  rules: [{ combinator: 'and', rules: [{ field: 'surname', operator: '=', value: 'Smith' }] }],
}
const own = { name: 'Mine', shared: false, condition: bySurname }
const shared = { name: 'Art', shared: true, condition: byCourse }

beforeAll(async () => {
  college = await testCollege()
  conditions = createSavedConditions(college.link)
}, 60_000)
afterAll(() => college.close())

it('keeps one’s own for oneself, and shows the shared ones to all', async () => {
  const [mine, ours] = [randomUUID(), randomUUID()]
  expect(await conditions.save(mine, own, user)).toEqual({ kind: 'created' })
  expect(await conditions.save(ours, shared, user)).toEqual({ kind: 'created' })
  expect(await conditions.save(mine, { ...own, name: 'Ours' }, user)).toEqual({ kind: 'replaced' })
  expect(await conditions.list(user)).toEqual([
    { id: ours, ...shared },
    { id: mine, ...own, name: 'Ours' },
  ])
  expect((await conditions.list(other)).map((one) => one.id)).toEqual([ours])
  expect(await conditions.save(mine, own, other)).toEqual({ kind: 'unknown' })
  expect(await conditions.remove(mine, admin)).toBe('unknown')
})

it('lets a shared one be changed by its maker and by an Admin alone', async () => {
  const id = randomUUID()
  await conditions.save(id, shared, user)
  expect(await conditions.save(id, shared, other)).toEqual({ kind: 'not-allowed' })
  expect(await conditions.remove(id, other)).toBe('not-allowed')
  expect(await conditions.save(id, { ...shared, name: 'Arts' }, admin)).toEqual({
    kind: 'replaced',
  })
  expect(await conditions.remove(id, admin)).toBe('removed')
  expect(await conditions.remove(id, admin)).toBe('unknown')
})

it('shares no names, birth dates, ULNs or person codes', async () => {
  const saved = await conditions.save(randomUUID(), { ...own, shared: true }, user)
  expect(saved).toMatchObject({ kind: 'personal', detail: expect.stringContaining('surname') })
  const has = {
    combinator: 'and' as const,
    rules: [{ field: 'uln', operator: 'notNull' as const }],
  }
  expect(
    await conditions.save(randomUUID(), { name: 'x', shared: true, condition: has }, user),
  ).toEqual({ kind: 'created' })
})
