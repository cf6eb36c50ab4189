import { ActionButton } from '@fluentui/react'
import { RuleGroupBodyComponents } from 'react-querybuilder'
import type { RuleGroupProps, UseRuleGroup } from 'react-querybuilder'

/** The conditions of a group, and under them what adds more: where the next one will stand. */
export function GroupBody(group: RuleGroupProps & UseRuleGroup) {
  const disabled = group.disabled ?? false
  const deepest = group.path.length + 1 >= group.schema.maxLevels
  return (
    <>
      <RuleGroupBodyComponents {...group} />
      <div className="adders">
        <ActionButton
          text="Add condition"
          iconProps={{ iconName: 'Add' }}
          disabled={disabled}
          onClick={() => {
            group.addRule()
          }}
        />
        {deepest ? null : (
          <ActionButton
            text="Group"
            ariaLabel="Add group"
            iconProps={{ iconName: 'Add' }}
            disabled={disabled}
            onClick={() => {
              group.addGroup()
            }}
          />
        )}
      </div>
    </>
  )
}
