import { DefaultButton, Link } from '@fluentui/react'
import { useState } from 'react'
import { useClasses } from '../look/classes.ts'
import type { Model } from '../model.ts'
import { useStore } from '../store.ts'
import { closeSession } from './closeSession.ts'
import { exportSession } from './exportSession.ts'
import type { OpenState } from './openSession.ts'
import { Problems } from './problems/Problems.tsx'
import { sessionStyles } from './sessionStyles.ts'

/** Narrow enough for the four to stand in one line of a pane as Excel opens it. */
const compact = { root: { minWidth: 0, padding: '0 10px' } }

/** What can be done with the session as a whole. */
export function Actions({ model, open }: { readonly model: Model; readonly open: OpenState }) {
  const { desk, room, runs, trail } = model
  const classes = useClasses(sessionStyles)
  const running = useStore(desk.work.running)
  const [problems, setProblems] = useState(false)
  const busy = running !== null
  const problemRows = open.counts.byStatus.Problem ?? 0
  return (
    <section className={classes('section')}>
      <div className={classes('wrap')}>
        <DefaultButton
          text="Refresh"
          styles={compact}
          title="Read all learners of the session from ebs and LRS again"
          disabled={busy || open.foreign}
          onClick={() => void desk.guard(runs.refresh)}
        />
        <DefaultButton
          text="Export"
          styles={compact}
          disabled={busy || open.counts.rows === 0}
          onClick={() => void desk.guard(() => exportSession(desk, room))}
        />
        {problemRows > 0 ? (
          <DefaultButton
            text={`Problems (${desk.words.number(problemRows)})`}
            styles={compact}
            toggle
            checked={problems}
            aria-expanded={problems}
            onClick={() => {
              setProblems(!problems)
            }}
          />
        ) : null}
        <DefaultButton
          text="Close"
          styles={compact}
          disabled={busy}
          onClick={() => void desk.guard(() => closeSession(desk, room))}
        />
      </div>
      {problems && problemRows > 0 ? <Problems model={model} open={open} /> : null}
      {desk.me.role === 'Admin' ? (
        <p className={classes('quiet')}>
          <Link onClick={() => void desk.guard(trail.open)}>
            Earlier updates <span aria-hidden>›</span>
          </Link>
        </p>
      ) : null}
    </section>
  )
}
