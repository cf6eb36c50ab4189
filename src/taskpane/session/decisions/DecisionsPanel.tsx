import { DefaultButton, Link, PrimaryButton } from '@fluentui/react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Decision } from '../../../../contract/index.ts'
import { Cover } from '../../frame/Cover.tsx'
import type { Question } from '../../frame/questions.ts'
import { useClasses } from '../../look/classes.ts'
import type { Words } from '../../words.ts'
import { DecisionCard } from './DecisionCard.tsx'
import { decisionsStyles } from './decisionsStyles.ts'
import { draftWords } from './draftWords.ts'
import { decisionOf } from './rowToDecide.ts'
import type { RowToDecide } from './rowToDecide.ts'

const narrow = { root: { minWidth: 0, padding: '0 12px' } }
const small = { root: { minWidth: 0, height: 28, padding: '0 8px' } }

/** So many rows are drawn at a time. */
const page = 50

interface DecisionsPanelProps {
  readonly question: Extract<Question, { kind: 'decisions' }>
  readonly words: Words
  readonly where: ReactNode
}

/** The rows that need a decision, each with its choice; nothing holds until it is said so below. */
export function DecisionsPanel({ question, words, where }: DecisionsPanelProps) {
  const { rows, answer } = question
  const classes = useClasses(decisionsStyles)
  const [takes, setTakes] = useState(
    () => new Map(rows.map(({ rowKey, take }): [string, Decision['take']] => [rowKey, take])),
  )
  const [shown, setShown] = useState(page)
  const takeOf = (row: RowToDecide) => takes.get(row.rowKey) ?? 'skip'
  const decisions = () => rows.map((row) => decisionOf(row, takeOf(row)))
  const set = (those: readonly RowToDecide[], take: Decision['take']) => {
    setTakes(new Map([...takes, ...those.map(({ rowKey }) => [rowKey, take] as const)]))
  }
  const cancel = () => {
    answer('cancel')
  }
  return (
    <Cover
      title="Decide row by row"
      back="Back without these decisions"
      onBack={cancel}
      foot={
        <div className={classes('footer')}>
          <PrimaryButton
            text="Use these decisions"
            styles={narrow}
            disabled={rows.length === 0}
            onClick={() => {
              answer(decisions())
            }}
          />
          <DefaultButton text="Cancel" styles={narrow} onClick={cancel} />
        </div>
      }
    >
      {rows.length === 0 ? (
        <p>None of the selected rows needs a decision any more.</p>
      ) : (
        <>
          <SetAll rows={rows} onSet={set} words={words} />
          <p role="status" className={classes('counts')}>
            {draftWords(rows.map(takeOf), words)}
          </p>
        </>
      )}
      {where}
      <ul className={classes('list')} aria-label="Rows that need a decision">
        {rows.slice(0, shown).map((row) => (
          <DecisionCard
            key={row.rowKey}
            row={row}
            take={takeOf(row)}
            onTake={(take) => {
              set([row], take)
            }}
            words={words}
          />
        ))}
      </ul>
      {rows.length > shown ? (
        <Link
          onClick={() => {
            setShown(shown + page)
          }}
        >
          Show more ({words.number(rows.length - shown)} left)
        </Link>
      ) : null}
    </Cover>
  )
}

interface SetAllProps {
  readonly rows: readonly RowToDecide[]
  readonly onSet: (rows: readonly RowToDecide[], take: Decision['take']) => void
  readonly words: Words
}

/** One choice for all rows at once; being the same as a record only for those that look like one. */
function SetAll({ rows, onSet, words }: SetAllProps) {
  const classes = useClasses(decisionsStyles)
  const likely = rows.filter((row) => row.likely !== null)
  return (
    <div role="group" aria-label="All rows" className={classes('all')}>
      <DefaultButton
        text="Leave all out"
        styles={small}
        onClick={() => {
          onSet(rows, 'skip')
        }}
      />
      <DefaultButton
        text="Write all"
        styles={small}
        onClick={() => {
          onSet(rows, 'write')
        }}
      />
      {likely.length > 0 ? (
        <DefaultButton
          text={`Same where likely (${words.number(likely.length)})`}
          styles={small}
          onClick={() => {
            onSet(likely, 'same-as')
          }}
        />
      ) : null}
    </div>
  )
}
