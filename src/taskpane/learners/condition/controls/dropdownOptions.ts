import type { IDropdownOption } from '@fluentui/react'

/** The builder's options (names with labels) as Fluent's drop-down takes them; others are left out. */
export function dropdownOptions(options: readonly unknown[]): IDropdownOption[] {
  return options.flatMap((option) => {
    if (typeof option !== 'object' || option === null) return []
    if (!('name' in option) || !('label' in option)) return []
    const { name, label } = option
    return typeof name === 'string' && typeof label === 'string' ? [{ key: name, text: label }] : []
  })
}
