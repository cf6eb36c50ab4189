/** Somebody who can sign in to the sandbox. */
export interface Account {
  /** What is typed as the account, and `preferred_username` in tokens. */
  readonly name: string
  readonly fullName: string
  readonly subject: string
  readonly roles: readonly string[]
  readonly groups: readonly string[]
  /** What the sign-in page says of the account. */
  readonly note: string
}

/** The password of all of them. */
export const password = 'sandbox'

export const accounts: readonly Account[] = [
  {
    name: 'admin@college.example',
    fullName: 'Alex Admin',
    subject: '6f0e2d5a-0001-4c1b-9d52-000000000001',
    roles: ['Attainments.Admin'],
    groups: ['mis'],
    note: 'Attainments (PLR) Admin: may update ebs',
  },
  {
    name: 'user@college.example',
    fullName: 'Uma User',
    subject: '6f0e2d5a-0002-4c1b-9d52-000000000002',
    roles: ['Attainments.User'],
    groups: ['mis'],
    note: 'Attainments (PLR) User: may download and export',
  },
  {
    name: 'guest@college.example',
    fullName: 'Gil Guest',
    subject: '6f0e2d5a-0003-4c1b-9d52-000000000003',
    roles: [],
    groups: [],
    note: 'no role: may do nothing',
  },
]

/** The account of that name, without case, or null. */
export function accountNamed(name: string): Account | null {
  const wanted = name.trim().toLowerCase()
  return accounts.find((account) => account.name === wanted) ?? null
}

export function accountOf(subject: string): Account | null {
  return accounts.find((account) => account.subject === subject) ?? null
}
