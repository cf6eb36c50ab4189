import { DefaultButton, Link, Spinner } from '@fluentui/react'
import { lazy, Suspense, useEffect } from 'react'
import type { FormEvent } from 'react'
import { useClasses } from '../look/classes.ts'
import type { Model } from '../model.ts'
import { useStore } from '../store.ts'
import { SavedMenu } from './condition/SavedMenu.tsx'
import { learnersStyles } from './learnersStyles.ts'
import { ListPanel, ListReportView } from './list/ListPanel.tsx'
import { DownloadRow } from './results/DownloadRow.tsx'
import { FoundView } from './results/FoundView.tsx'

const ConditionBuilder = lazy(async () => {
  const { ConditionBuilder: built } = await import('./condition/ConditionBuilder.tsx')
  return { default: built }
})

interface LearnersScreenProps {
  readonly model: Model
  /** Rows begin to arrive in the sheet. */
  readonly onStart: () => void
}

/** Find learners by conditions or by a list, select some, download. */
export function LearnersScreen({ model, onStart }: LearnersScreenProps) {
  const { desk, learners, saved } = model
  const classes = useClasses(learnersStyles)
  const pasted = useStore(learners.pasted)
  const report = useStore(learners.list)
  const searching = useStore(learners.searching)

  useEffect(() => {
    if (desk.me.closed) return
    void desk.guard(learners.loadFields)
    void desk.guard(saved.load)
  }, [desk, learners, saved])

  const fromSheet = async () => {
    let text = ''
    await desk.guard(async () => {
      text = (await desk.services.workbook.selectedTexts()).join('\n')
    })
    return text
  }

  // The message bar says what is missing and whom to ask; nothing here would work.
  if (desk.me.closed) return null
  return (
    <main className={classes('screen')}>
      <div className={classes('body')}>
        <div className={classes('between')}>
          <h2 className={classes('heading')}>Condition Builder</h2>
          <SavedMenu saved={saved} guard={desk.guard} />
        </div>
        {pasted !== null ? (
          <ListPanel
            text={pasted}
            onText={learners.pasted.set}
            onSearch={(text) => void desk.guard(() => learners.searchList(text))}
            fromSheet={fromSheet}
            onClose={() => {
              learners.pasted.set(null)
            }}
            searched={report !== null}
            searching={searching}
            words={desk.words}
          />
        ) : (
          <Conditions
            model={model}
            onPaste={() => {
              learners.pasted.set('')
            }}
          />
        )}
        {report ? <ListReportView report={report} words={desk.words} /> : null}
        <FoundView model={model} />
      </div>
      <DownloadRow model={model} onStart={onStart} />
    </main>
  )
}

function Conditions({ model, onPaste }: { readonly model: Model; readonly onPaste: () => void }) {
  const { desk, learners } = model
  const classes = useClasses(learnersStyles)
  const fields = useStore(learners.fields)
  const query = useStore(learners.query)
  const unfinished = useStore(learners.unfinished)
  const searching = useStore(learners.searching)
  const search = (event: FormEvent) => {
    event.preventDefault()
    if (!searching) void desk.guard(learners.search)
  }
  // A form, so that Enter in any of its values searches.
  return (
    <form className={classes('panel')} onSubmit={search}>
      <Suspense fallback={<Spinner />}>
        {fields === null ? (
          <Spinner />
        ) : (
          <ConditionBuilder
            fields={fields}
            query={query}
            onChange={learners.query.set}
            words={desk.words}
          />
        )}
      </Suspense>
      {unfinished > 0 ? (
        <p role="alert" className={classes('wrong')}>
          {desk.words.count(unfinished, 'condition')} without a value to search for: fill in or take
          away.
        </p>
      ) : null}
      <div className={classes('line')}>
        <DefaultButton text="Search" type="submit" disabled={searching} />
        {searching ? <Spinner ariaLabel="Searching" /> : null}
        <Link onClick={onPaste}>Use a list from my sheet</Link>
      </div>
    </form>
  )
}
