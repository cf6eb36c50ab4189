import { Link, PrimaryButton, Spinner } from '@fluentui/react'
import type { IStyle, ITheme } from '@fluentui/react'
import { Bar } from '../frame/Bar.tsx'
import { Header } from '../frame/Frame.tsx'
import { frameStyles } from '../frame/frameStyles.ts'
import { useClasses } from '../look/classes.ts'
import type { Account, AccountState } from './account.ts'

const styles = ({ fonts }: ITheme): Record<string, IStyle> => ({
  body: { padding: '24px 16px', display: 'flex', flexDirection: 'column', gap: 16, maxWidth: 420 },
  lead: { ...fonts.mediumPlus, margin: 0, lineHeight: '1.5' },
  buttons: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 8 },
})

interface SignInScreenProps {
  readonly state: AccountState
  readonly account: Account
  readonly environment: string
}

/** The first screen: what this is for, and the way in. */
export function SignInScreen({ state, account, environment }: SignInScreenProps) {
  const frame = useClasses(frameStyles)
  const classes = useClasses(styles)
  const message = 'message' in state ? state.message : null
  return (
    <div className={frame('frame')}>
      <Header environment={environment} />
      {message ? <Bar message={message} /> : null}
      <main className={classes('body')}>
        <p className={classes('lead')}>
          Find learners, download what LRS holds for them into this workbook, choose rows, update
          ebs.
        </p>
        <SignInButtons state={state} account={account} className={classes('buttons')} />
      </main>
    </div>
  )
}

function SignInButtons(props: {
  readonly state: AccountState
  readonly account: Account
  readonly className: string
}) {
  const { state, account, className } = props
  const inWindow = (
    <Link
      onClick={() => {
        void account.signIn('dialog')
      }}
    >
      No window? Use an Office window
    </Link>
  )
  if (state.kind === 'starting') return <Spinner label="Starting" labelPosition="right" />
  if (state.kind === 'refused') {
    return (
      <div className={className}>
        <PrimaryButton text="Try again" onClick={() => void account.start()} />
        <Link onClick={() => void account.signOut(false)}>Sign in as somebody else</Link>
      </div>
    )
  }
  if (state.kind === 'signing-in') {
    return (
      <div className={className}>
        <Spinner label="Sign in in the window that has opened" labelPosition="right" />
        <Link onClick={() => void account.signIn()}>Open the window again</Link>
        {inWindow}
      </div>
    )
  }
  return (
    <div className={className}>
      <PrimaryButton text="Sign in" onClick={() => void account.signIn()} />
      {state.kind === 'signed-out' && state.message ? inWindow : null}
    </div>
  )
}
