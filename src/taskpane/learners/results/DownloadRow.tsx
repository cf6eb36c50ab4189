import { Link, PrimaryButton } from '@fluentui/react'
import { useState } from 'react'
import { useClasses } from '../../look/classes.ts'
import type { Model } from '../../model.ts'
import { useStore } from '../../store.ts'
import { choiceOf } from '../chosen.ts'
import { learnersStyles } from '../learnersStyles.ts'
import { oneLine } from './listStyles.ts'

interface DownloadRowProps {
  readonly model: Model
  /** Rows begin to arrive in the sheet. */
  readonly onStart: () => void
}

/** The one primary button of the screen, always in sight, and why it cannot be pressed yet. */
export function DownloadRow({ model, onStart }: DownloadRowProps) {
  const { desk, learners } = model
  const classes = useClasses(learnersStyles)
  const found = useStore(learners.results.found)
  const selection = useStore(learners.results.selection)
  const running = useStore(desk.work.running)
  const [preparing, setPreparing] = useState(false)
  if (found === null || found.total === 0) return null
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
