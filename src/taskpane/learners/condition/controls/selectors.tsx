import { Checkbox, Dropdown, IconButton } from '@fluentui/react'
import type { ActionProps, NotToggleProps, VersatileSelectorProps } from 'react-querybuilder'
import { dropdownOptions } from './dropdownOptions.ts'
import { inRoomForCross, takesValue } from './lastValue.ts'

/** What the builder's selectors are called, for those who listen to the screen. */
interface SelectorProps extends VersatileSelectorProps {
  readonly name: string
  readonly width: number | string
}

function Selector({ name, width, options, value, handleOnChange, disabled }: SelectorProps) {
  return (
    <Dropdown
      ariaLabel={name}
      options={dropdownOptions(options)}
      selectedKey={value ?? null}
      disabled={disabled ?? false}
      onChange={(_, option) => {
        if (option) handleOnChange(option.key)
      }}
      dropdownWidth="auto"
      styles={{ root: { flex: `1 1 ${String(width)}px`, minWidth: 92 }, dropdown: { minWidth: 0 } }}
    />
  )
}

export const FieldSelector = (props: VersatileSelectorProps) => (
  <Selector {...props} name="Field" width={110} />
)

export const OperatorSelector = (props: VersatileSelectorProps) => (
  <Selector {...props} name="Operator" width={118} />
)

export const CombinatorSelector = (props: VersatileSelectorProps) => (
  <Selector {...props} name="All or any of these conditions" width={84} />
)

export function NotToggle({ checked = false, handleOnChange, disabled }: NotToggleProps) {
  return (
    <Checkbox
      label="Not"
      checked={checked}
      disabled={disabled ?? false}
      onChange={(_, now = false) => {
        handleOnChange(now)
      }}
    />
  )
}

/** The cross beside a condition or a group. */
export function RemoveAction({ handleOnClick, ruleOrGroup, disabled }: ActionProps) {
  const name = 'rules' in ruleOrGroup ? 'Remove group' : 'Remove condition'
  const besideValue = 'operator' in ruleOrGroup && takesValue(ruleOrGroup.operator)
  return (
    <IconButton
      iconProps={{ iconName: 'Cancel' }}
      ariaLabel={name}
      title={name}
      {...(besideValue ? { styles: inRoomForCross } : {})}
      disabled={disabled ?? false}
      onClick={() => {
        handleOnClick()
      }}
    />
  )
}
