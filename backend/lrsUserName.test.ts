import { expect, it } from '@jest/globals'
import { createLrsUserName } from './lrsUserName.ts'
import type { EbsUser } from './ebs/users/index.ts'

const asked: string[] = []
const asking = (template: string, user: EbsUser) =>
  createLrsUserName(template, (userName) => {
    asked.push(userName)
    return Promise.resolve(user)
  })({ userName: 'j.smith@college.example' })
const user = (name: string): EbsUser => ({ kind: 'user', name })

it('is the fixed text of LRS_USERNAME, and ebs is not asked', async () => {
  expect(await asking('college', user('JSMITH'))).toBe('college')
  expect(asked).toEqual([])
})

it('holds the ebs user, to the letter, where LRS_USERNAME says {user}', async () => {
  expect(await asking('{user}', user('JSMITH'))).toBe('JSMITH')
  expect(await asking('plr-{user}', user("$&$'j"))).toBe("plr-$&$'j")
})

it('holds the sign-in name before its @ of somebody whom ebs does not know', async () => {
  expect(await asking('{user}', { kind: 'missing', detail: 'nobody' })).toBe('j.smith')
})
