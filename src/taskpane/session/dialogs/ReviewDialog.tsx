import type { ReactNode } from 'react'
import { Ask } from '../../frame/Ask.tsx'
import type { Question } from '../../frame/questions.ts'
import type { Words } from '../../words.ts'

interface ReviewDialogProps {
  readonly question: Extract<Question, { kind: 'review' }>
  readonly words: Words
  readonly where: ReactNode
}

/** The one question before an update: what becomes of the rows nobody has decided about. */
export function ReviewDialog({ question, words, where }: ReviewDialogProps) {
  const { review, likely, rows, answer } = question
  const tell = (choice: Parameters<typeof answer>[0]) => () => {
    answer(choice)
  }
  return (
    <Ask
      title="Rows that need a decision"
      primary={{ text: 'Leave them out', run: tell('leave') }}
      others={[
        { text: 'Write them too', run: tell('write') },
        { text: 'Decide row by row', run: tell('each') },
        { text: 'Cancel', run: tell('cancel') },
      ]}
      onDismiss={tell('cancel')}
    >
      <p>
        {words.number(review)} of the {words.count(rows, 'selected row')}{' '}
        {review === 1 ? 'needs' : 'need'} a decision: the Reason in the sheet says why.
      </p>
      {likely > 0 ? (
        <p>
          {words.number(likely)} of them {likely === 1 ? 'looks' : 'look'} like a record that ebs
          holds already: written too, the qualification would stand there twice. Row by row you can
          take such a row for that record.
        </p>
      ) : null}
      {where}
    </Ask>
  )
}
