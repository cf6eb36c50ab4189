import { Link, Spinner } from '@fluentui/react'
import { useEffect, useRef, useState } from 'react'
import { useClasses } from '../../look/classes.ts'
import type { Model } from '../../model.ts'
import { useStore } from '../../store.ts'
import type { OpenState } from '../openSession.ts'
import { sessionStyles } from '../sessionStyles.ts'
import { groupProblems } from './problemList.ts'
import type { ProblemGroup } from './problemList.ts'

/** The session's problems by code: how many, what it means, what to do. */
export function Problems({ model, open }: { readonly model: Model; readonly open: OpenState }) {
  const { desk } = model
  const { session, counts } = open
  const classes = useClasses(sessionStyles)
  const [groups, setGroups] = useState<readonly ProblemGroup[] | null>(null)
  useEffect(() => {
    void desk.guard(async () => {
      setGroups(groupProblems(await session.problems()))
    })
  }, [desk, session, counts])
  const list = useRef<HTMLUListElement>(null)
  const listed = groups !== null
  useEffect(() => {
    // The button that opens the list stands at the foot of the pane: what it opened is below.
    if (listed) list.current?.scrollIntoView({ block: 'nearest' })
  }, [listed])
  if (groups === null) return <Spinner />
  return (
    <ul ref={list} className={classes('list')} aria-label="Problems">
      {groups.map((group) => (
        <Problem key={group.code} group={group} model={model} open={open} />
      ))}
    </ul>
  )
}

interface ProblemProps {
  readonly group: ProblemGroup
  readonly model: Model
  readonly open: OpenState
}

function Problem({ group, model, open }: ProblemProps) {
  const { desk, room, runs } = model
  const classes = useClasses(sessionStyles)
  const running = useStore(desk.work.running)
  const show = () =>
    desk.guard(async () => {
      await open.session.filterBy(group.filter)
      await open.session.show()
      await room.reread()
    })
  const retry = () => desk.guard(() => runs.download(open.session, group.personCodes))
  return (
    <li className={classes('item')}>
      <div>
        {desk.words.count(group.personCodes.length, 'learner')}: {group.meaning}
      </div>
      {group.advice === null ? null : <div className={classes('quiet')}>{group.advice}</div>}
      <div className={classes('wrap')}>
        <Link onClick={() => void show()}>Show in sheet</Link>
        <Link disabled={running !== null || open.foreign} onClick={() => void retry()}>
          Retry these
        </Link>
        <span className={classes('code')}>{group.code}</span>
      </div>
    </li>
  )
}
