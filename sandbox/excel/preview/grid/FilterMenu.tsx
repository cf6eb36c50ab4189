import {
  ActionButton,
  Callout,
  Checkbox,
  DefaultButton,
  DirectionalHint,
  PrimaryButton,
  SearchBox,
} from '@fluentui/react'
import { useEffect, useState } from 'react'
import type { WorkbookClient } from '../../model/client.ts'
import type { FilterChoices } from '../../model/protocol.ts'
import type { WorkbookStore } from '../workbook/store.ts'
import type { FilterTarget } from './FilterButtons.tsx'

interface FilterMenuProps {
  target: FilterTarget
  client: WorkbookClient
  store: WorkbookStore
  dismiss(): void
}

/** As many values as the list shows; the search narrows it. */
const mostShown = 500

/** The menu of a table's heading: sort, and choose which values stay. */
export function FilterMenu({ target, client, store, dismiss }: FilterMenuProps) {
  const { table, column, button } = target
  const [choices, setChoices] = useState<FilterChoices['choices']>([])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [search, setSearch] = useState('')
  const heading = table.columns[column]

  useEffect(() => {
    let gone = false
    void client.ask('filterChoices', { tableId: table.id, column }).then((answer) => {
      if (gone) return
      setChoices(answer.choices)
      setChosen(new Set(answer.choices.filter((one) => one.chosen).map(({ text }) => text)))
    })
    return () => {
      gone = true
    }
  }, [client, table.id, column])

  const found = choices.filter(({ text }) => text.toLowerCase().includes(search.toLowerCase()))
  const every = found.length > 0 && found.every(({ text }) => chosen.has(text))
  const some = found.some(({ text }) => chosen.has(text))

  const mark = (texts: readonly string[], on: boolean) => {
    setChosen((before) => {
      const next = new Set(before)
      for (const text of texts) {
        if (on) next.add(text)
        else next.delete(text)
      }
      return next
    })
  }
  const finish = (operation: Parameters<WorkbookStore['operate']>[0]) => {
    dismiss()
    void store.operate(operation)
  }
  const apply = () => {
    const values = found.filter(({ text }) => chosen.has(text)).map(({ text }) => text)
    finish(
      values.length === choices.length
        ? { do: 'clear-filter', tableId: table.id, column }
        : { do: 'filter-values', tableId: table.id, column, values },
    )
  }
  const sort = (ascending: boolean) => {
    finish({ do: 'sort', tableId: table.id, column, ascending })
  }

  return (
    <Callout
      target={button}
      onDismiss={dismiss}
      setInitialFocus
      isBeakVisible={false}
      directionalHint={DirectionalHint.bottomLeftEdge}
      role="dialog"
      ariaLabel={`Filter ${heading?.name ?? ''}`}
      className="filter-menu"
    >
      <ActionButton
        iconProps={{ iconName: 'ascending' }}
        onClick={() => {
          sort(true)
        }}
      >
        Sort A to Z
      </ActionButton>
      <ActionButton
        iconProps={{ iconName: 'descending' }}
        onClick={() => {
          sort(false)
        }}
      >
        Sort Z to A
      </ActionButton>
      <ActionButton
        iconProps={{ iconName: 'filter' }}
        disabled={!heading?.filtered}
        onClick={() => {
          finish({ do: 'clear-filter', tableId: table.id, column })
        }}
      >
        Clear filter from “{heading?.name}”
      </ActionButton>
      <SearchBox
        placeholder="Search"
        ariaLabel="Search values"
        value={search}
        onChange={(_event, text) => {
          setSearch(text ?? '')
        }}
      />
      <div className="filter-values" role="group" aria-label="Values">
        {/* Not before the values are there: a click on it would mark nothing. */}
        {found.length > 0 && (
          <Checkbox
            label="(Select all)"
            checked={every}
            indeterminate={some && !every}
            onChange={(_event, on) => {
              mark(
                found.map(({ text }) => text),
                on === true,
              )
            }}
          />
        )}
        {found.slice(0, mostShown).map(({ text }) => (
          <Checkbox
            key={text}
            label={text === '' ? '(Blanks)' : text}
            checked={chosen.has(text)}
            onChange={(_event, on) => {
              mark([text], on === true)
            }}
          />
        ))}
        {found.length > mostShown && (
          <p>{String(found.length - mostShown)} more: search to narrow the list.</p>
        )}
      </div>
      <div className="filter-actions">
        <PrimaryButton text="Apply" disabled={!some} onClick={apply} />
        <DefaultButton text="Cancel" onClick={dismiss} />
      </div>
    </Callout>
  )
}
