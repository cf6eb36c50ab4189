import { Pivot, PivotItem } from '@fluentui/react'
import type { ReactNode } from 'react'
import { useClasses } from '../look/classes.ts'
import { frameStyles } from './frameStyles.ts'

export type TabName = 'learners' | 'attainments'

interface FrameProps {
  readonly environment: string
  readonly account: ReactNode
  readonly tab: TabName
  readonly onTab: (tab: TabName) => void
  /** The rows of the session, beside its tab. */
  readonly rows: string | null
  readonly bar: ReactNode
  readonly strip: ReactNode
  readonly children: ReactNode
}

/** Title, environment, account, the two tabs, one message bar, the screen, and the strip of work. */
export function Frame(props: FrameProps) {
  const classes = useClasses(frameStyles)
  return (
    <div className={classes('frame')}>
      <Header environment={props.environment}>{props.account}</Header>
      <Pivot
        selectedKey={props.tab}
        onLinkClick={(item) => {
          props.onTab(item?.props.itemKey === 'attainments' ? 'attainments' : 'learners')
        }}
        headersOnly
        getTabId={(key) => `tab-${key}`}
        className={classes('tabs')}
      >
        <PivotItem headerText="Learners" itemKey="learners" />
        <PivotItem
          headerText="Attainments (PLR)"
          itemKey="attainments"
          ariaLabel="Attainments (PLR)"
          onRenderItemLink={(link, render) => (
            <>
              {render?.(link)}
              {props.rows === null ? null : <span className={classes('rows')}>{props.rows}</span>}
            </>
          )}
        />
      </Pivot>
      {props.bar}
      <div
        key={props.tab}
        role="tabpanel"
        aria-labelledby={`tab-${props.tab}`}
        className={classes('screen')}
      >
        {props.children}
      </div>
      {props.strip}
    </div>
  )
}

/** The top line, also on the sign-in screen. */
export function Header(props: { readonly environment: string; readonly children?: ReactNode }) {
  const classes = useClasses(frameStyles)
  return (
    <header className={classes('header')}>
      <div className={classes('titles')}>
        <h1 className={classes('title')}>Attainments (PLR)</h1>
        {props.environment === 'live' ? null : (
          <span className={classes('environment')} title={`Environment: ${props.environment}`}>
            {props.environment}
          </span>
        )}
      </div>
      {props.children}
    </header>
  )
}
