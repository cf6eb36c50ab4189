import { Panel, PanelType } from '@fluentui/react'
import type { IPanelStyles } from '@fluentui/react'
import type { ReactNode } from 'react'

const styles: Partial<IPanelStyles> = {
  commands: { paddingTop: 8 },
  header: { paddingLeft: 12, paddingRight: 12 },
  headerText: { fontSize: 18, lineHeight: '24px' },
  content: { padding: '4px 12px 12px' },
  footerInner: { padding: '10px 12px' },
}

interface CoverProps {
  readonly title: string
  /** What the cross at the top says; Escape does the same. */
  readonly back: string
  readonly onBack: () => void
  /** Stays in view at the foot. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** A page over the whole pane, for what takes more room than a dialog. */
export function Cover({ title, back, onBack, foot, children }: CoverProps) {
  return (
    <Panel
      isOpen
      type={PanelType.smallFluid}
      headerText={title}
      closeButtonAriaLabel={back}
      onDismiss={onBack}
      // A question may stand before the page: a click in it is no reason to leave.
      onOuterClick={() => undefined}
      isFooterAtBottom={foot !== undefined}
      {...(foot === undefined ? {} : { onRenderFooterContent: () => <>{foot}</> })}
      styles={styles}
    >
      {children}
    </Panel>
  )
}
