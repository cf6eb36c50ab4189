import { DefaultButton, Link, Spinner, TextField } from '@fluentui/react'
import { useClasses } from '../../look/classes.ts'
import type { Words } from '../../words.ts'
import type { ListReport } from '../learners.ts'
import { oneRow } from '../condition/controls/oneRow.ts'
import { learnersStyles } from '../learnersStyles.ts'
import { oneLine } from '../results/listStyles.ts'
import { readList } from './pasted.ts'

interface ListPanelProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onSearch: (text: string) => void
  /** The texts of the cells selected in the sheet. */
  readonly fromSheet: () => Promise<string>
  readonly onClose: () => void
  /** The list was looked up: the learners found need the room. */
  readonly searched: boolean
  readonly searching: boolean
  readonly words: Words
}

/** Where a list of person codes or ULNs is pasted, or taken from the cells selected in the sheet. */
export function ListPanel(props: ListPanelProps) {
  const classes = useClasses(learnersStyles)
  const { text, onText, onSearch, fromSheet, onClose, searched, searching, words } = props
  const { entries } = readList(text)
  return (
    <div className={classes('panel')}>
      <TextField
        label="Person codes or ULNs"
        multiline
        rows={searched ? 1 : 3}
        styles={oneRow}
        value={text}
        onChange={(_, now = '') => {
          onText(now)
        }}
        placeholder="Paste them here, from a sheet or a mail"
      />
      <div className={classes('line')}>
        <DefaultButton
          styles={oneLine}
          text={entries.length === 0 ? 'Find' : `Find ${words.number(entries.length)}`}
          disabled={text.trim() === ''}
          onClick={() => {
            onSearch(text)
          }}
        />
        <DefaultButton
          styles={oneLine}
          text="Take the selected cells"
          onClick={() => void fromSheet().then(onText)}
        />
        {searching ? <Spinner ariaLabel="Searching" /> : null}
        <Link onClick={onClose}>Back to conditions</Link>
      </div>
    </div>
  )
}

interface ListReportProps {
  readonly report: ListReport
  readonly words: Words
}

/** What became of the list: above all, who is not found. */
export function ListReportView({ report, words }: ListReportProps) {
  const { asked, duplicates, notFound, notUnderstood } = report
  const twice = duplicates > 0 ? `, ${words.number(duplicates)} given twice` : ''
  const all = duplicates + notFound.length + notUnderstood.length === 0
  return (
    <div role="status">
      {/* Whoever is found is counted above the learners. */}
      {all ? null : (
        <div>
          {words.number(asked)} in the list{twice}.
        </div>
      )}
      <Entries title="Not found" entries={notFound} words={words} />
      <Entries title="Neither code nor ULN" entries={notUnderstood} words={words} />
    </div>
  )
}

function Entries(props: {
  readonly title: string
  readonly entries: readonly string[]
  readonly words: Words
}) {
  if (props.entries.length === 0) return null
  return (
    <TextField
      label={`${props.title} (${props.words.number(props.entries.length)})`}
      readOnly
      underlined
      value={props.entries.join(', ')}
    />
  )
}
