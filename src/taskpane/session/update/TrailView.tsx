import { Link, Spinner } from '@fluentui/react'
import type { UpdateEntry } from '../../../../contract/index.ts'
import { useClasses } from '../../look/classes.ts'
import type { Model } from '../../model.ts'
import { useStore } from '../../store.ts'
import { sessionStyles } from '../sessionStyles.ts'

/** Earlier updates of everybody here, newest first, each with its way back. */
export function TrailView({ model }: { readonly model: Model }) {
  const { desk, trail } = model
  const classes = useClasses(sessionStyles)
  const state = useStore(trail.state)
  if (state.kind === 'closed') return null
  if (state.kind === 'missing') {
    return <p className={classes('quiet')}>No list of updates is kept here.</p>
  }
  if (state.kind === 'loading') return <Spinner />
  if (state.updates.length === 0) return <p className={classes('quiet')}>No updates yet.</p>
  return (
    <>
      <ul className={classes('list')} aria-label="Earlier updates">
        {state.updates.map((entry) => (
          <Entry key={entry.id} entry={entry} model={model} />
        ))}
      </ul>
      {state.updates.length < state.total ? (
        <Link onClick={() => void desk.guard(trail.more)}>Show more</Link>
      ) : null}
    </>
  )
}

function Entry({ entry, model }: { readonly entry: UpdateEntry; readonly model: Model }) {
  const { desk, trail } = model
  const { words, services, me } = desk
  const classes = useClasses(sessionStyles)
  const running = useStore(desk.work.running)
  const moment = (iso: string) => words.moment(iso, services.clock.now())
  const { inserted, updated, unchanged, skipped, failed, undone } = entry
  const parts: readonly (readonly [number, string])[] = [
    [inserted, 'inserted'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [skipped, 'skipped'],
    [failed, 'failed'],
  ]
  const figures = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${words.number(count)} ${what}`)
  return (
    <li className={classes('item')}>
      <div>
        {moment(entry.at)} · {entry.who}
      </div>
      <div className={classes('quiet')}>{figures.join(', ')}</div>
      {undone ? (
        <div className={classes('quiet')}>
          Undone {moment(undone.at)} by {undone.who}
        </div>
      ) : inserted + updated > 0 && me.write.on && me.closed === null ? (
        <Link disabled={running !== null} onClick={() => void desk.guard(() => trail.undo(entry))}>
          Undo this update
        </Link>
      ) : null}
    </li>
  )
}
