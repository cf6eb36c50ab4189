import { DefaultButton } from '@fluentui/react'
import { useCallback } from 'react'
import { useClasses } from '../../look/classes.ts'
import type { Model } from '../../model.ts'
import { useStore } from '../../store.ts'
import { inWords } from '../condition/words.ts'
import { learnersStyles } from '../learnersStyles.ts'
import { LearnerList, selectAll } from './LearnerList.tsx'
import { oneLine } from './listStyles.ts'

/** What the search found, to select from. */
export function FoundView({ model }: { readonly model: Model }) {
  const { desk, learners } = model
  const { words } = desk
  const { results } = learners
  const classes = useClasses(learnersStyles)
  const found = useStore(results.found)
  const selection = useStore(results.selection)
  const fields = useStore(learners.fields)
  const list = useStore(learners.list)
  const onShow = useCallback(
    (first: number, end: number) => void desk.guard(() => results.load(first, end)),
    [desk, results],
  )
  if (found === null) return null
  if (found.total === 0) {
    return (
      <div className={classes('empty')} role="status">
        {found.condition.rules.length === 0 ? (
          <p>ebs shows you no learners. If it should, ask {desk.services.config.supportContact}.</p>
        ) : (
          <p>Nobody found where {inWords(found.condition, fields ?? [])}.</p>
        )}
        {found.condition.rules.length === 0 || list !== null ? null : (
          <p className={classes('quiet')}>
            Take a condition away, or use “contains” or “begins with” instead of “is”.
          </p>
        )}
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
    </>
  )
}
