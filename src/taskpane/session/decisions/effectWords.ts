import type { Effect } from './rowToDecide.ts'

/** What a choice would do, before its changes; `code` where the row is taken for that record. */
export function effectWords({ kind, reason }: Effect, code: string | null): string {
  const subject = code === null ? 'Write' : `Same as ${code}`
  switch (kind) {
    case 'inserts':
      return `${subject}: a new record`
    case 'updates':
      return `${subject}: changes ${code === null ? 'the record in ebs' : 'that record'}`
    case 'nothing':
      return `${subject}: ${code === null ? 'changes nothing' : 'that record stays as it is'}`
    case 'fails':
      return `${subject}: not possible. ${reason ?? ''}`.trim()
  }
}
