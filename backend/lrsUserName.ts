import type { EbsUser } from './ebs/users/index.ts'
import type { Person } from './plr/learner/person.ts'

/**
 * The name by which LRS writes somebody into a learner's access audit: LRS_USERNAME, with the name of
 * their ebs user in place of `{user}`. Whom ebs does not know, although the college demands it for
 * Update, may download all the same, under the sign-in name before its `@`.
 */
export function createLrsUserName(
  template: string,
  findUser: (userName: string) => Promise<EbsUser>,
): (person: Pick<Person, 'userName'>) => Promise<string> {
  return async ({ userName }) => {
    if (!template.includes('{user}')) return template
    const user = await findUser(userName)
    const name = user.kind === 'user' ? user.name : signInName(userName)
    return template.split('{user}').join(name)
  }
}

/** ebs stores names of users of at most 30 characters. */
const signInName = (userName: string): string =>
  [...(userName.split('@')[0] ?? userName)].slice(0, 30).join('')
