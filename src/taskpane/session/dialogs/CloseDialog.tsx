import type { Question } from '../../frame/questions.ts'
import { Ask } from '../../frame/Ask.tsx'
import { OwnColumns } from './OwnColumns.tsx'

/** Warns what Close clears, the user's own columns by name, and what it cannot clear. */
export function CloseDialog({
  question,
}: {
  readonly question: Extract<Question, { kind: 'close' }>
}) {
  const { userColumns, saved, answer } = question
  const keep = () => {
    answer('keep')
  }
  return (
    <Ask
      title="Close Attainments (PLR)?"
      primary={{
        text: 'Close and clear',
        run: () => {
          answer('close')
        },
      }}
      others={[{ text: 'Keep open', run: keep }]}
      onDismiss={keep}
    >
      <p>The downloaded data will be cleared: its worksheet is deleted, which cannot be undone.</p>
      <OwnColumns names={userColumns} />
      {saved ? <p>Earlier versions of this file, if any were saved, still hold the data.</p> : null}
    </Ask>
  )
}
