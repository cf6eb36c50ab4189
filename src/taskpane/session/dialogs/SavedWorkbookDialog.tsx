import type { Question } from '../../frame/questions.ts'
import { Ask } from '../../frame/Ask.tsx'

/** Says where the data would be kept, and by whom it could be opened, before the first row. */
export function SavedWorkbookDialog(props: {
  readonly question: Extract<Question, { kind: 'saved-workbook' }>
}) {
  const { autosaved, mayUse, answer } = props.question
  const cancel = () => {
    answer('cancel')
  }
  const use = {
    text: 'Use this workbook',
    run: () => {
      answer('use')
    },
  }
  return (
    <Ask
      title="This workbook is saved"
      primary={{
        text: 'New workbook',
        run: () => {
          answer('new')
        },
      }}
      others={[...(mayUse ? [use] : []), { text: 'Cancel', run: cancel }]}
      onDismiss={cancel}
    >
      <p>
        {autosaved
          ? 'Excel saves it by itself: the learners’ data will be in it within seconds, its version history keeps it after Close, and everyone who has the file can open it.'
          : 'When it is saved again, the learners’ data will be in it, and everyone who has the file can open it.'}
        {mayUse ? '' : ' Your college asks for a new workbook.'}
      </p>
    </Ask>
  )
}
