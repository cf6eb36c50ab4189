import { DefaultButton, ProgressIndicator } from '@fluentui/react'
import { useEffect, useState } from 'react'
import { useClasses } from '../look/classes.ts'
import type { Words } from '../words.ts'
import { frameStyles } from './frameStyles.ts'
import { Polite } from './Polite.tsx'
import { progressText } from './progressText.ts'
import type { RunningWork } from './work.ts'

interface ProgressStripProps {
  readonly work: RunningWork
  readonly words: Words
  readonly now: () => number
  readonly onCancel: () => void
}

/** One strip for any running work, the same on both tabs. */
export function ProgressStrip({ work, words, now, onCancel }: ProgressStripProps) {
  const classes = useClasses(frameStyles)
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => {
      setTime(now())
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [now])
  const text = progressText(work, words, time)
  const { done, total, problems } = work
  return (
    <div className={classes('strip')}>
      <ProgressIndicator
        ariaLabel={work.label}
        ariaValueText={text}
        {...(total === null || done === 0 ? {} : { percentComplete: Math.min(done / total, 1) })}
        styles={{ itemProgress: { padding: '2px 0 6px' } }}
      />
      <div className={classes('stripLine')}>
        <span>{text}</span>
        <DefaultButton
          text={work.cancelling ? 'Cancelling' : 'Cancel'}
          disabled={work.cancelling || !work.stoppable}
          {...(work.stoppable ? {} : { title: 'This cannot be stopped halfway' })}
          onClick={onCancel}
          styles={{ root: { height: 26, minWidth: 0, padding: '0 10px' } }}
        />
      </div>
      {problems > 0 ? (
        <div className={classes('note')}>{words.count(problems, 'problem')} so far</div>
      ) : null}
      {work.note === null ? null : <div className={classes('note')}>{work.note}</div>}
      <Polite text={text} />
    </div>
  )
}
