import { useClasses } from '../../look/classes.ts'
import type { Question } from '../../frame/questions.ts'
import type { Words } from '../../words.ts'
import { Ask } from '../../frame/Ask.tsx'
import { sessionStyles } from '../sessionStyles.ts'

/** So many names are shown; the rest are counted. */
const shown = 20

interface PrivacyDialogProps {
  readonly question: Extract<Question, { kind: 'privacy-notice' }>
  readonly words: Words
}

/** Names the learners who have not seen the privacy notice or cannot share, before they are asked for. */
export function PrivacyDialog({ question, words }: PrivacyDialogProps) {
  const { learners, total, answer } = question
  const classes = useClasses(sessionStyles)
  const cancel = () => {
    answer('cancel')
  }
  const all = {
    text: 'Download them too',
    run: () => {
      answer('all')
    },
  }
  const without = {
    text: 'Leave them out',
    disabled: learners.length === total,
    run: () => {
      answer('without')
    },
  }
  return (
    <Ask
      title="Privacy notice"
      primary={learners.length === total ? all : without}
      others={[...(learners.length === total ? [] : [all]), { text: 'Cancel', run: cancel }]}
      onDismiss={cancel}
    >
      <p>
        ebs says of {words.count(learners.length, 'learner')} that the privacy notice was not seen,
        or that they cannot share. Looking at their record takes a reason.
      </p>
      <ul aria-label="Learners concerned" className={classes('names')}>
        {learners.slice(0, shown).map(({ personCode, name, why }) => (
          <li key={personCode}>
            {name} ({personCode}): {why}
          </li>
        ))}
      </ul>
      {learners.length > shown ? <p>and {words.number(learners.length - shown)} more</p> : null}
    </Ask>
  )
}
