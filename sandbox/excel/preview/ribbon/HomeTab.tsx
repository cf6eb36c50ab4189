import type { WorkbookClient } from '../../model/client.ts'
import type { UserOperation } from '../../model/operation.ts'
import { focusSheet } from '../grid/focus.ts'
import { copySelection } from '../grid/gridKeys.ts'
import { type Axis, changeLines, type Verb } from '../grid/lines.ts'
import { Icon, type Shape } from '../theme/icons.tsx'
import type { Snapshot, WorkbookStore } from '../workbook/store.ts'

interface HomeTabProps {
  client: WorkbookClient
  store: WorkbookStore
  snapshot: Snapshot
}

interface Command {
  label: string
  shape: Shape
  run(): void
}

/** The few commands of Excel's own that the preview plays, each of them for real. */
export function HomeTab({ client, store, snapshot }: HomeTabProps) {
  const { id: sheetId, selection: areas } = snapshot.sheet
  const operate = (operation: UserOperation) => () => {
    void store.operate(operation)
  }
  const lines =
    (...change: [verb: Verb, axis: Axis]) =>
    () =>
      void changeLines(store, ...change)
  const groups: readonly { label: string; commands: readonly Command[] }[] = [
    {
      label: 'Clipboard',
      commands: [
        { label: 'Copy', shape: 'copy', run: () => void copySelection(client, store) },
        { label: 'Clear', shape: 'bin', run: operate({ do: 'clear', sheetId, areas }) },
      ],
    },
    {
      label: 'Rows',
      commands: [
        { label: 'Insert', shape: 'plus', run: lines('insert', 'rows') },
        { label: 'Delete', shape: 'cross', run: lines('delete', 'rows') },
        { label: 'Hide', shape: 'hidden', run: lines('hide', 'rows') },
        { label: 'Unhide', shape: 'shown', run: lines('show', 'rows') },
      ],
    },
    {
      label: 'Columns',
      commands: [
        { label: 'Insert', shape: 'plus', run: lines('insert', 'columns') },
        { label: 'Delete', shape: 'cross', run: lines('delete', 'columns') },
        { label: 'Hide', shape: 'hidden', run: lines('hide', 'columns') },
        { label: 'Unhide', shape: 'shown', run: lines('show', 'columns') },
      ],
    },
  ]
  return groups.map(({ label, commands }) => (
    <div key={label} className="ribbon-group" role="group" aria-label={label}>
      <div className="ribbon-buttons">
        {commands.map((command) => (
          <button
            key={command.label}
            type="button"
            className="ribbon-button large"
            onClick={() => {
              command.run()
              focusSheet()
            }}
          >
            <Icon shape={command.shape} />
            <span>{command.label}</span>
          </button>
        ))}
      </div>
      <span className="group-label" aria-hidden="true">
        {label}
      </span>
    </div>
  ))
}
