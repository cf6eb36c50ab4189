import type { Question } from '../../frame/questions.ts'
import type { Words } from '../../words.ts'
import { Ask } from '../../frame/Ask.tsx'
import { DecisionsPanel } from '../decisions/DecisionsPanel.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { PrivacyDialog } from './PrivacyDialog.tsx'
import { OwnColumns } from './OwnColumns.tsx'
import { ReviewDialog } from './ReviewDialog.tsx'
import { SavedWorkbookDialog } from './SavedWorkbookDialog.tsx'
import { UpdateCompleteDialog } from './UpdateCompleteDialog.tsx'

interface QuestionDialogProps {
  readonly question: Question
  readonly words: Words
  /** Said in every dialog that writes; null in the live system. */
  readonly environment: string | null
}

/** The dialog for whatever the pane has to ask. */
export function QuestionDialog({ question, words, environment }: QuestionDialogProps) {
  const where = environment === null ? null : <p>Environment: {environment}</p>
  const tell = <A,>(answer: (choice: A) => void, choice: A) => ({
    run: () => {
      answer(choice)
    },
  })
  switch (question.kind) {
    case 'session-open': {
      const { answer, learners, userColumns, mayAdd } = question
      const again = { text: 'Start again', ...tell(answer, 'again') }
      const cancel = { text: 'Cancel', ...tell(answer, 'cancel') }
      const add = { text: 'Add to this session', ...tell(answer, 'add') }
      return (
        <Ask
          title="A session is open"
          primary={mayAdd ? add : again}
          others={mayAdd ? [again, cancel] : [cancel]}
          onDismiss={cancel.run}
        >
          <p>
            It holds {words.count(learners, 'learner')}. Add these to it (learners already there are
            read again), or start again: the data downloaded before is cleared.
          </p>
          <OwnColumns names={userColumns} />
        </Ask>
      )
    }
    case 'privacy-notice':
      return <PrivacyDialog question={question} words={words} />
    case 'saved-workbook':
      return <SavedWorkbookDialog question={question} />
    case 'review':
      return <ReviewDialog question={question} words={words} where={where} />
    case 'decisions':
      return <DecisionsPanel question={question} words={words} where={where} />
    case 'update-complete':
      return <UpdateCompleteDialog question={question} words={words} where={where} />
    case 'close':
      return <CloseDialog question={question} />
    case 'export':
      return <ExportDialog question={question} words={words} />
    case 'sign-out': {
      const { answer, label, stops } = question
      const stay = tell(answer, 'stay')
      return (
        <Ask
          title="Sign out now?"
          primary={{ text: 'Stay signed in', ...stay }}
          others={[{ text: 'Sign out', ...tell(answer, 'leave') }]}
          onDismiss={stay.run}
        >
          <p>
            {stops
              ? `${label} is not finished: signing out stops it. What is in the sheet or in ebs by then stays.`
              : `${label} is not finished: it goes on in ebs without you. Earlier updates then shows it.`}
          </p>
        </Ask>
      )
    }
    case 'undo': {
      const { answer, what } = question
      const cancel = tell(answer, 'cancel')
      return (
        <Ask
          title="Undo this update?"
          primary={{ text: 'Undo', ...tell(answer, 'undo') }}
          others={[{ text: 'Cancel', ...cancel }]}
          onDismiss={cancel.run}
        >
          <p>{what}. Records changed since in ebs stay as they are.</p>
          {where}
        </Ask>
      )
    }
  }
}
