import { ThemeProvider } from '@fluentui/react'
import { useEffect, useMemo, useState } from 'react'
import type { Me } from '../../contract/index.ts'
import { AccountMenu } from './frame/AccountMenu.tsx'
import { Bar } from './frame/Bar.tsx'
import { Frame } from './frame/Frame.tsx'
import type { TabName } from './frame/Frame.tsx'
import { ProgressStrip } from './frame/ProgressStrip.tsx'
import { LearnersScreen } from './learners/LearnersScreen.tsx'
import { themeFor } from './look/theme.ts'
import { createModel } from './model.ts'
import type { Model } from './model.ts'
import type { Services } from './services.ts'
import { QuestionDialog } from './session/dialogs/QuestionDialog.tsx'
import type { SessionState } from './session/openSession.ts'
import { SessionScreen } from './session/SessionScreen.tsx'
import { createAccount } from './signin/account.ts'
import type { Account } from './signin/account.ts'
import { TrailPanel } from './session/update/TrailPanel.tsx'
import { mayLeave } from './signin/mayLeave.ts'
import { SignInScreen } from './signin/SignInScreen.tsx'
import { useStore } from './store.ts'

/** The whole pane: the sign-in screen, or the two tabs of somebody signed in. */
export function Pane({ services }: { readonly services: Services }) {
  const [theme, setTheme] = useState(services.host.theme)
  useEffect(() => services.host.onThemeChanged(setTheme), [services])
  const account = useMemo(() => createAccount(services), [services])
  const state = useStore(account.state)
  useEffect(() => void account.start(), [account])
  return (
    <ThemeProvider theme={themeFor(theme)} applyTo="body">
      {state.kind === 'signed-in' ? (
        <SignedIn services={services} me={state.me} account={account} />
      ) : (
        <SignInScreen
          state={state}
          account={account}
          environment={services.config.environmentName}
        />
      )}
    </ThemeProvider>
  )
}

interface SignedInProps {
  readonly services: Services
  readonly me: Me
  readonly account: Account
}

function SignedIn({ services, me, account }: SignedInProps) {
  const model = useMemo(() => createModel(services, me, account.ended), [services, me, account])
  const { desk, room, trail } = model
  const [tab, setTab] = useState<TabName>('learners')
  const session = useStore(room.state)
  useEffect(() => {
    void desk.guard(async () => {
      await room.look()
      if (room.state.get().kind === 'open') setTab('attainments')
    })
    return () => {
      desk.work.cancel()
      room.leave()
    }
  }, [desk, room])
  const environment = services.config.environmentName
  return (
    <>
      <Frame
        environment={environment}
        account={
          <AccountMenu
            me={me}
            sessionOpen={keepsData(session)}
            onSignOut={() =>
              void desk.guard(async () => {
                if (await mayLeave(desk)) await account.signOut(keepsData(room.state.get()))
              })
            }
            {...(me.role === 'Admin'
              ? { onEarlierUpdates: () => void desk.guard(trail.open) }
              : {})}
          />
        }
        tab={tab}
        onTab={setTab}
        rows={session.kind === 'open' ? desk.words.number(session.counts.rows) : null}
        bar={<MessageOf model={model} />}
        strip={<StripOf model={model} />}
      >
        {tab === 'learners' ? (
          <LearnersScreen
            model={model}
            onStart={() => {
              setTab('attainments')
            }}
          />
        ) : (
          <SessionScreen
            model={model}
            onLearners={() => {
              setTab('learners')
            }}
          />
        )}
      </Frame>
      <TrailPanel model={model} />
      <Asking model={model} environment={environment === 'live' ? null : environment} />
    </>
  )
}

/** Whether downloaded rows stay in the workbook after signing out. */
function keepsData({ kind }: SessionState): boolean {
  return kind === 'open' || kind === 'damaged'
}

function MessageOf({ model }: { readonly model: Model }) {
  const { message } = model.desk
  const now = useStore(message)
  const earlier = useStore(model.trail.state)
  // Earlier updates cover the pane, and say themselves what became of an undo.
  if (now === null || earlier.kind !== 'closed') return null
  return (
    <Bar
      message={now}
      onDismiss={() => {
        message.set(null)
      }}
    />
  )
}

function StripOf({ model }: { readonly model: Model }) {
  const { work, words, services } = model.desk
  const running = useStore(work.running)
  if (running === null) return null
  return (
    <ProgressStrip work={running} words={words} now={services.clock.now} onCancel={work.cancel} />
  )
}

function Asking(props: { readonly model: Model; readonly environment: string | null }) {
  const { questions, words } = props.model.desk
  const question = useStore(questions.open)
  if (question === null) return null
  return <QuestionDialog question={question} words={words} environment={props.environment} />
}
