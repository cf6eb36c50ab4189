import { expect, it } from '@jest/globals'
import { readArguments } from './arguments.ts'

it.each([
  [[], { sql: false, tryWrite: false }],
  [['--sql'], { sql: true, tryWrite: false }],
  [['--try-write'], { sql: false, tryWrite: true }],
])('%j is understood', (given, wanted) => {
  expect(readArguments(given)).toEqual({ kind: 'wanted', wanted })
})

it.each([[['--delete']], [['--sql', '--try-write']], [['ebs']]])(
  '%j is answered by how it is used',
  (given) => {
    expect(readArguments(given)).toMatchObject({
      kind: 'usage',
      text: expect.stringContaining('--try-write') as unknown,
    })
  },
)
