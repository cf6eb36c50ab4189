import { DefaultButton, useTheme } from '@fluentui/react'
import { rowStatuses } from '../../../contract/index.ts'
import type { RowStatus } from '../../../contract/index.ts'
import type { GridFilter } from '../../office/workbook/port.ts'
import { useClasses } from '../look/classes.ts'
import { tintColor, tintOf } from '../look/status.ts'
import type { Model } from '../model.ts'
import type { OpenState } from './openSession.ts'
import { sessionStyles } from './sessionStyles.ts'

interface StatusCountsProps {
  readonly model: Model
  readonly open: OpenState
}

/**
 * How many rows have each status; a click shows only those in the sheet, a second one takes that off. A
 * button is pressed when the sheet is filtered to its status, whether here or in the sheet itself.
 */
export function StatusCounts({ model, open }: StatusCountsProps) {
  const { desk, room } = model
  const classes = useClasses(sessionStyles)
  const theme = useTheme()
  const present = rowStatuses.filter((status) => (open.counts.byStatus[status] ?? 0) > 0)
  const pressed = present.filter((status) => open.filters.statuses.includes(status))
  const filterBy = (filter: GridFilter | null) =>
    void desk.guard(async () => {
      await open.session.filterBy(filter)
      await room.reread()
    })
  const toggle = (status: RowStatus) => {
    const alone = pressed.length === 1 && pressed[0] === status
    filterBy(alone ? {} : { status: [status] })
  }
  return (
    <div role="group" aria-label="Rows by status" className={classes('wrap')}>
      {present.map((status) => (
        <DefaultButton
          key={status}
          toggle
          checked={pressed.includes(status)}
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
            toggle(status)
          }}
        />
      ))}
      {open.filters.any ? (
        <DefaultButton
          text="Show all"
          title="Take all filters of the sheet off"
          className={classes('status')}
          onClick={() => {
            filterBy(null)
          }}
        />
      ) : null}
    </div>
  )
}
