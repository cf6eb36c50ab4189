import { DefaultButton, useTheme } from '@fluentui/react'
import { useState } from 'react'
import { rowStatuses } from '../../../contract/index.ts'
import type { RowStatus } from '../../../contract/index.ts'
import { useClasses } from '../look/classes.ts'
import { tintColor, tintOf } from '../look/status.ts'
import type { Model } from '../model.ts'
import type { OpenState } from './openSession.ts'
import { sessionStyles } from './sessionStyles.ts'

/** How many rows have each status; a click shows only those in the sheet, a second one all again. */
export function StatusCounts({ model, open }: { readonly model: Model; readonly open: OpenState }) {
  const { desk } = model
  const classes = useClasses(sessionStyles)
  const theme = useTheme()
  const [shown, setShown] = useState<RowStatus | null>(null)
  const present = rowStatuses.filter((status) => (open.counts.byStatus[status] ?? 0) > 0)
  const show = (status: RowStatus) => {
    const next = shown === status ? null : status
    setShown(next)
    void desk.guard(async () => {
      await open.session.filterBy(next === null ? null : { status: [next] })
      await open.session.show()
      await open.follower.look()
    })
  }
  return (
    <div role="group" aria-label="Rows by status" className={classes('wrap')}>
      {present.map((status) => (
        <DefaultButton
          key={status}
          toggle
          checked={shown === status}
          text={`${status} ${desk.words.number(open.counts.byStatus[status] ?? 0)}`}
          title={`Show only ${status} in the sheet`}
          className={classes('status')}
          onRenderIcon={() => (
            <span
              className={classes('mark')}
              style={{ background: tintColor(tintOf[status], theme) }}
            />
          )}
          onClick={() => {
            show(status)
          }}
        />
      ))}
    </div>
  )
}
