import { Dropdown, TextField } from '@fluentui/react'
import type { ValueEditorProps } from 'react-querybuilder'
import { dropdownOptions } from './dropdownOptions.ts'
import { DayValue } from './DayValue.tsx'
import { roomForCross, takesValue } from './lastValue.ts'
import { oneRow } from './oneRow.ts'

const anyValue = { root: { flex: '2 1 130px', minWidth: 110 } }
const styles = { root: { ...anyValue.root, ...roomForCross } }

/** The value of a condition, in the control that suits the field's type; two of them for `between`. */
export function ValueEditor(props: ValueEditorProps) {
  const { operator, fieldData } = props
  if (!takesValue(operator)) return null
  const value: unknown = props.value
  const set: (next: unknown) => void = props.handleOnChange
  const kind: unknown = fieldData['type']
  if (operator === 'between') {
    const [from = '', to = ''] = Array.isArray(value) ? value.map(String) : []
    return (
      <>
        <OneValue
          kind={kind}
          name="From"
          followed
          value={from}
          onChange={(next) => {
            set([next, to])
          }}
        />
        <OneValue
          kind={kind}
          name="To"
          value={to}
          onChange={(next) => {
            set([from, next])
          }}
        />
      </>
    )
  }
  if (operator === 'in' && kind === 'choice') {
    return (
      <Choices {...props} chosen={Array.isArray(value) ? value.map(String) : []} onChange={set} />
    )
  }
  if (kind === 'boolean') {
    return (
      <Dropdown
        ariaLabel="Value"
        styles={styles}
        options={[
          { key: 'true', text: 'Yes' },
          { key: 'false', text: 'No' },
        ]}
        selectedKey={typeof value === 'boolean' ? String(value) : null}
        placeholder="Choose"
        onChange={(_, option) => {
          set(option?.key === 'true')
        }}
      />
    )
  }
  if (kind === 'choice') {
    return (
      <Dropdown
        ariaLabel="Value"
        styles={styles}
        options={dropdownOptions(props.values ?? [])}
        selectedKey={typeof value === 'string' && value !== '' ? value : null}
        placeholder="Choose"
        onChange={(_, option) => {
          set(option?.key ?? '')
        }}
      />
    )
  }
  const text = Array.isArray(value) ? value.map(String).join(', ') : ''
  const shown = typeof value === 'string' ? value : text
  if (operator === 'in') return <ListValue value={shown} onChange={set} />
  return <OneValue kind={kind} name="Value" value={shown} onChange={set} />
}

interface OneValueProps {
  readonly kind: unknown
  readonly name: string
  readonly value: string
  /** Another value stands after it, and not the cross. */
  readonly followed?: boolean
  readonly onChange: (value: string) => void
}

function OneValue({ kind, name, value, followed = false, onChange }: OneValueProps) {
  const look = followed ? anyValue : styles
  if (kind === 'date') {
    return <DayValue name={name} value={value} onChange={onChange} styles={look} />
  }
  return (
    <TextField
      ariaLabel={name}
      styles={look}
      value={value}
      onChange={(_, text = '') => {
        onChange(text)
      }}
    />
  )
}

/** Several values, of one line or pasted from a column: a box of one line would join the cells. */
function ListValue(props: Pick<OneValueProps, 'value' | 'onChange'>) {
  return (
    <TextField
      ariaLabel="Value"
      styles={{ ...styles, ...oneRow }}
      multiline
      rows={1}
      placeholder="Apart by commas or lines"
      value={props.value}
      onChange={(_, text = '') => {
        props.onChange(text)
      }}
    />
  )
}

interface ChoicesProps extends ValueEditorProps {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Choices(props: ChoicesProps) {
  const { chosen, onChange } = props
  return (
    <Dropdown
      ariaLabel="Value"
      multiSelect
      styles={styles}
      options={dropdownOptions(props.values ?? [])}
      selectedKeys={[...chosen]}
      placeholder="Choose"
      onChange={(_, option) => {
        if (!option) return
        const key = String(option.key)
        onChange(option.selected ? [...chosen, key] : chosen.filter((each) => each !== key))
      }}
    />
  )
}
