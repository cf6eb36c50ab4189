import type { ReactNode } from 'react'
import { useClasses } from '../../look/classes.ts'
import type { Question } from '../../frame/questions.ts'
import type { Words } from '../../words.ts'
import { sessionStyles } from '../sessionStyles.ts'
import { Ask } from '../../frame/Ask.tsx'
import { completeFigures } from './completeFigures.ts'

interface UpdateCompleteProps {
  readonly question: Extract<Question, { kind: 'update-complete' }>
  readonly words: Words
  readonly where: ReactNode
}

/** What an update did, in the words of ebs's own window, and why rows were left. */
export function UpdateCompleteDialog({ question, words, where }: UpdateCompleteProps) {
  const classes = useClasses(sessionStyles)
  const { counts, reasons, undoable, answer } = question
  const ok = () => {
    answer('ok')
  }
  const undo = {
    text: 'Undo this update',
    run: () => {
      answer('undo')
    },
  }
  return (
    <Ask
      title="Update complete"
      primary={{ text: 'OK', run: ok }}
      others={undoable ? [undo] : []}
      onDismiss={ok}
    >
      <table className={classes('figures')}>
        <tbody>
          {completeFigures(counts).map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{words.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.length > 0 ? (
        <details>
          <summary>Why</summary>
          <ul>
            {reasons.slice(0, 20).map(({ reason, count }) => (
              <li key={reason}>
                {words.number(count)} × {reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {where}
    </Ask>
  )
}
