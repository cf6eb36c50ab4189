import { Checkbox, ChoiceGroup } from '@fluentui/react'
import { useState } from 'react'
import type { ExportAnswer, Question } from '../../frame/questions.ts'
import type { Words } from '../../words.ts'
import { Ask } from '../../frame/Ask.tsx'

interface ExportDialogProps {
  readonly question: Extract<Question, { kind: 'export' }>
  readonly words: Words
}

/** Asks what the file is to be and to hold, and reminds whose data it is. */
export function ExportDialog({ question, words }: ExportDialogProps) {
  const { rows, answer } = question
  const [kind, setKind] = useState<ExportAnswer['kind']>('xlsx')
  const [without, setWithout] = useState(false)
  const cancel = () => {
    answer('cancel')
  }
  return (
    <Ask
      title="Export"
      primary={{
        text: 'Save file',
        run: () => {
          answer({ kind, personalDetails: !without })
        },
      }}
      others={[{ text: 'Cancel', run: cancel }]}
      onDismiss={cancel}
    >
      <ChoiceGroup
        label={`${words.count(rows, 'row')} as`}
        selectedKey={kind}
        options={[
          { key: 'xlsx', text: 'Excel workbook' },
          { key: 'csv', text: 'CSV' },
        ]}
        onChange={(_, option) => {
          setKind(option?.key === 'csv' ? 'csv' : 'xlsx')
        }}
      />
      <Checkbox
        label="Without personal details"
        checked={without}
        onChange={(_, now = false) => {
          setWithout(now)
        }}
        styles={{ root: { marginTop: 12 } }}
      />
      <p>
        {without
          ? 'Names, dates of birth and columns of your own are left out. Person codes and ULNs stay: the file is still personal data.'
          : 'The file holds personal data of learners. Keep it where only those can open it who need it, and delete it when the work is done.'}
      </p>
    </Ask>
  )
}
