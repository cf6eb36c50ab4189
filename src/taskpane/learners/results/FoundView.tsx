import { DefaultButton, Link, PrimaryButton } from '@fluentui/react'
import { useCallback, useState } from 'react'
import { useClasses } from '../../look/classes.ts'
import type { Model } from '../../model.ts'
import { useStore } from '../../store.ts'
import { choiceOf } from '../chosen.ts'
import { inWords } from '../condition/words.ts'
import { learnersStyles } from '../learnersStyles.ts'
import { LearnerList, selectAll } from './LearnerList.tsx'

const oneLine = {
  root: { minWidth: 0, maxWidth: '100%', padding: '0 8px' },
  label: { whiteSpace: 'nowrap', margin: 0 },
}

interface FoundViewProps {
  readonly model: Model
  readonly onStart: () => void
}

/** What the search found, and the one primary button of the screen. */
export function FoundView({ model, onStart }: FoundViewProps) {
  const { desk, learners } = model
  const { words } = desk
  const { results } = learners
  const classes = useClasses(learnersStyles)
  const found = useStore(results.found)
  const selection = useStore(results.selection)
  const fields = useStore(learners.fields)
  const onShow = useCallback(
    (first: number, end: number) => void desk.guard(() => results.load(first, end)),
    [desk, results],
  )
  if (found === null) return null
  if (found.total === 0) {
    return (
      <div className={classes('empty')} role="status">
        <p>Nobody found where {inWords(found.condition, fields ?? [])}.</p>
        <p className={classes('quiet')}>
          Take a condition away, or use “contains” or “begins with” instead of “is”.
        </p>
      </div>
    )
  }
  return (
    <>
      <div className={classes('between')}>
        <span role="status" className={classes('count')}>
          {words.count(found.total, 'learner')}
          {selection.selected.size > 0
            ? ` · ${words.number(selection.selected.size)} selected`
            : ''}
        </span>
        <DefaultButton
          text="Select All"
          styles={oneLine}
          onClick={() => {
            results.selection.set(selectAll(found, selection))
          }}
        />
      </div>
      <LearnerList
        found={found}
        selection={selection}
        onSelect={results.selection.set}
        onShow={onShow}
        words={words}
      />
      <Download model={model} onStart={onStart} />
    </>
  )
}

function Download({ model, onStart }: FoundViewProps) {
  const { desk, learners } = model
  const classes = useClasses(learnersStyles)
  const selection = useStore(learners.results.selection)
  const running = useStore(desk.work.running)
  const [preparing, setPreparing] = useState(false)
  const choice = choiceOf(selection, desk.me.limits.learners, desk.words)
  const why =
    (running ? `${running.label}: wait until it is done.` : null) ??
    (choice.kind === 'nothing' ? choice.why : null) ??
    (choice.kind === 'too-many' ? choice.sentence : null)
  const start = () => {
    setPreparing(true)
    void desk
      .guard(() => learners.download(onStart))
      .finally(() => {
        setPreparing(false)
      })
  }
  return (
    <div className={classes('primary')}>
      <PrimaryButton
        text={`Attainments (PLR) Download (${desk.words.number(selection.selected.size)})`}
        disabled={why !== null || preparing}
        ariaDescription={why ?? ''}
        styles={oneLine}
        onClick={start}
      />
      {why === null ? null : <p className={classes('quiet')}>{why}</p>}
      {choice.kind === 'too-many' && !running ? (
        <Link onClick={start}>Take the first {desk.words.number(desk.me.limits.learners)}</Link>
      ) : null}
    </div>
  )
}
