import { DefaultButton, Link, Spinner } from '@fluentui/react'
import type { ReactNode } from 'react'
import { useClasses } from '../look/classes.ts'
import type { Model } from '../model.ts'
import { useStore } from '../store.ts'
import { Actions } from './Actions.tsx'
import { closeSession } from './closeSession.ts'
import type { OpenState } from './openSession.ts'
import { RowInHandView } from './selection/RowInHandView.tsx'
import { SelectionView } from './selection/SelectionView.tsx'
import { sessionStyles } from './sessionStyles.ts'
import { StatusCounts } from './StatusCounts.tsx'

interface SessionScreenProps {
  readonly model: Model
  readonly onLearners: () => void
}

/** The session of this workbook: what it holds, what is selected, and what can be done with it. */
export function SessionScreen({ model, onLearners }: SessionScreenProps) {
  const { desk, room } = model
  const classes = useClasses(sessionStyles)
  const state = useStore(room.state)
  switch (state.kind) {
    case 'looking':
      return <Spinner label="Looking for a session in this workbook" />
    case 'unread':
      return (
        <Screen>
          <p>Excel did not say whether this workbook holds a session.</p>
          <div className={classes('wrap')}>
            <DefaultButton text="Look again" onClick={() => void desk.guard(room.look)} />
          </div>
        </Screen>
      )
    case 'none':
      return (
        <Screen>
          <p>Nothing downloaded yet.</p>
          <Copies names={state.copies} />
          <div className={classes('wrap')}>
            <DefaultButton text="Find learners" onClick={onLearners} />
          </div>
        </Screen>
      )
    case 'damaged':
      return (
        <Screen>
          <p>{state.why}</p>
          <DefaultButton
            text="Close"
            onClick={() => void desk.guard(() => closeSession(desk, room))}
          />
        </Screen>
      )
    case 'open':
      return (
        <Screen>
          <Overview model={model} open={state} />
          <SelectionView model={model} open={state} />
          <WhatUpdateWrites model={model} open={state} />
          <RowInHandView follower={state.follower} words={desk.words} />
          <Actions model={model} open={state} />
        </Screen>
      )
  }
}

function Screen({ children }: { readonly children: ReactNode }) {
  const classes = useClasses(sessionStyles)
  return <main className={classes('screen')}>{children}</main>
}

/** People type into sheets: what they type must not look as if Update took it to ebs. */
function WhatUpdateWrites({ model, open }: { readonly model: Model; readonly open: OpenState }) {
  const classes = useClasses(sessionStyles)
  const { me } = model.desk
  if (me.role !== 'Admin' || me.closed || open.foreign) return null
  return (
    <p className={classes('note')}>
      Update writes what LRS sent. What is typed into the sheet does not reach ebs.
    </p>
  )
}

/** A copied worksheet looks like a session and is none: updating from it twice would be too easy. */
function Copies({ names }: { readonly names: readonly string[] }) {
  const classes = useClasses(sessionStyles)
  if (names.length === 0) return null
  return (
    <p className={classes('quiet')}>
      {names.length === 1 ? 'The sheet' : 'The sheets'} {names.join(', ')}{' '}
      {names.length === 1 ? 'is a copy' : 'are copies'} of a session: to look at, not to update
      from.
    </p>
  )
}

function Overview({ model, open }: { readonly model: Model; readonly open: OpenState }) {
  const { desk, runs } = model
  const { words } = desk
  const classes = useClasses(sessionStyles)
  const running = useStore(desk.work.running)
  const message = useStore(desk.message)
  const { counts, lastRun, wanted } = open
  const when = lastRun === null ? '' : words.moment(lastRun, desk.services.clock.now())
  return (
    <section className={classes('section')}>
      <p className={classes('facts')}>
        {counts.rows === 0 && running
          ? 'The first answers are on their way.'
          : `Downloaded ${when} · ${words.count(counts.learners, 'learner')}`}
      </p>
      <StatusCounts model={model} open={open} />
      {wanted.length > 0 && running === null ? (
        <p className={classes('quiet')}>
          No new answer yet for {words.count(wanted.length, 'learner')}.{' '}
          {message?.action ? null : <Link onClick={() => void desk.guard(runs.goOn)}>Go on</Link>}
        </p>
      ) : null}
      {open.foreign ? (
        <p className={classes('quiet')}>
          This session was downloaded from {open.session.environment || 'another system'}: it can be
          looked at, exported and closed here, not updated or refreshed.
        </p>
      ) : null}
      <Copies names={open.copies} />
    </section>
  )
}
