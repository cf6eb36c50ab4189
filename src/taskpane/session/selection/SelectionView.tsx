import { DefaultButton, IconButton, Link, PrimaryButton } from '@fluentui/react'
import type { IContextualMenuItem } from '@fluentui/react'
import { useState } from 'react'
import type { RowStatus } from '../../../../contract/index.ts'
import { useClasses } from '../../look/classes.ts'
import type { Model } from '../../model.ts'
import { useStore } from '../../store.ts'
import { askDecisions } from '../decisions/askDecisions.ts'
import type { OpenState } from '../openSession.ts'
import { sessionStyles } from '../sessionStyles.ts'
import { rowsToDecide } from './summary.ts'
import type { KnownPreview } from './summary.ts'
import { decisionWords, previewWords, selectionWords } from './summaryWords.ts'

/** Narrow enough for the three buttons to stand in one line of a narrow pane. */
const compact = {
  root: { minWidth: 0, padding: '0 8px' },
  label: { margin: 0, whiteSpace: 'nowrap' },
}

interface SelectionViewProps {
  readonly model: Model
  readonly open: OpenState
}

/** What is selected in the sheet, what Update would do with it, and the buttons that act on it. */
export function SelectionView({ model, open }: SelectionViewProps) {
  const { desk, updates } = model
  const { me, words } = desk
  const classes = useClasses(sessionStyles)
  const summary = useStore(open.follower.summary)
  const running = useStore(desk.work.running)
  const off = whyOff(model, open)
  return (
    <section className={classes('section')} aria-label="Selected in the sheet">
      <h2 className={classes('heading')}>Selected in the sheet</h2>
      <p className={classes('facts')}>{selectionWords(summary, words)}</p>
      {me.role === 'Admin' && summary.rows > 0 ? (
        <p className={classes('facts')}>{previewWords(summary.preview, words)}</p>
      ) : null}
      {summary.preview.kind === 'known' ? (
        <Decisions model={model} open={open} known={summary.preview.known} />
      ) : null}
      <div className={classes('wrap')}>
        {me.role === 'Admin' ? (
          <PrimaryButton
            text="Update Selected"
            styles={compact}
            disabled={off !== null || running !== null || summary.rows === 0}
            ariaDescription={off ?? ''}
            onClick={() => void desk.guard(updates.updateSelected)}
          />
        ) : null}
        <DefaultButton
          text="Select All"
          styles={compact}
          disabled={running !== null}
          onClick={() => {
            select(model, open, 'all')
          }}
        />
        <IconButton
          ariaLabel="Select by status"
          title="Select by status"
          iconProps={{ iconName: 'List' }}
          disabled={running !== null}
          menuProps={{ items: choices(model, open) }}
          onRenderMenuIcon={() => null}
        />
      </div>
      {off === null ? null : <p className={classes('quiet')}>{off}</p>}
    </section>
  )
}

interface DecisionsProps extends SelectionViewProps {
  readonly known: KnownPreview
}

/** How many rows need a decision or have one, and the way to them. */
function Decisions({ model, open, known }: DecisionsProps) {
  const { desk } = model
  const classes = useClasses(sessionStyles)
  const running = useStore(desk.work.running)
  const [opening, setOpening] = useState(false)
  const said = decisionWords({ kind: 'known', known }, desk.words)
  if (said === '') return null
  const decide = async () => {
    setOpening(true)
    await desk.guard(async () => {
      const keys = rowsToDecide(known)
      if (await askDecisions(desk, open, keys)) await open.follower.look()
    })
    setOpening(false)
  }
  return (
    <p className={classes('facts')}>
      <Link
        disabled={opening || running !== null || whyOff(model, open) !== null}
        onClick={() => void decide()}
      >
        {said} <span aria-hidden>›</span>
      </Link>
    </p>
  )
}

/** Why Update is not on offer, whatever is selected. */
function whyOff({ desk }: Model, open: OpenState): string | null {
  const { me } = desk
  if (me.role !== 'Admin') {
    return 'Updating ebs takes the role Attainments (PLR) Admin; yours is Attainments (PLR) User.'
  }
  if (me.closed) return me.closed.detail
  if (open.foreign) return 'This session belongs to another system: it cannot be updated from here.'
  if (!me.write.on) return me.write.reason ?? 'Updating ebs is switched off here.'
  return null
}

function select({ desk }: Model, open: OpenState, which: 'all' | RowStatus): void {
  void desk.guard(async () => {
    await open.session.selectRows(which)
    await open.follower.look()
  })
}

function choices(model: Model, open: OpenState): IContextualMenuItem[] {
  const statuses: readonly RowStatus[] = ['New', 'Changed']
  return [
    {
      key: 'all',
      text: 'All rows',
      onClick: () => {
        select(model, open, 'all')
      },
    },
    ...statuses.map((status) => ({
      key: status,
      text: `All ${status} (${model.desk.words.number(open.counts.byStatus[status] ?? 0)})`,
      onClick: () => {
        select(model, open, status)
      },
    })),
  ]
}
