import { useMemo } from 'react'
import { QueryBuilder } from 'react-querybuilder'
import type { Field, RuleGroupType } from 'react-querybuilder'
import { limits } from '../../../../contract/index.ts'
import type { LearnerField } from '../../../../contract/index.ts'
import { useClasses } from '../../look/classes.ts'
import type { Words } from '../../words.ts'
import { builderStyles } from './builderStyles.ts'
import { DayWords } from './controls/DayValue.tsx'
import { GroupBody } from './controls/GroupBody.tsx'
import {
  CombinatorSelector,
  FieldSelector,
  NotToggle,
  OperatorSelector,
  RemoveAction,
} from './controls/selectors.tsx'
import { ValueEditor } from './controls/ValueEditor.tsx'
import { operatorWords } from './words.ts'

const controlElements = {
  addGroupAction: null,
  addRuleAction: null,
  combinatorSelector: CombinatorSelector,
  fieldSelector: FieldSelector,
  notToggle: NotToggle,
  operatorSelector: OperatorSelector,
  removeGroupAction: RemoveAction,
  removeRuleAction: RemoveAction,
  ruleGroupBodyElements: GroupBody,
  valueEditor: ValueEditor,
}

const combinators = [
  { name: 'and', label: 'All of' },
  { name: 'or', label: 'Any of' },
]

interface ConditionBuilderProps {
  readonly fields: readonly LearnerField[]
  readonly query: RuleGroupType
  readonly onChange: (query: RuleGroupType) => void
  readonly words: Words
}

/** The conditions of a search: groups of all or any, nested, each of them may be turned round. */
export function ConditionBuilder({ fields, query, onChange, words }: ConditionBuilderProps) {
  const classes = useClasses(builderStyles)
  const offered = useMemo(() => fields.map(toField), [fields])
  return (
    <DayWords value={words}>
      <div className={classes('builder')}>
        <QueryBuilder
          fields={offered}
          query={query}
          onQueryChange={onChange}
          combinators={combinators}
          controlElements={controlElements}
          getDefaultField={defaultField(fields)}
          getDefaultOperator={(_, { fieldData }) => defaultOperator(fieldData)}
          resetOnFieldChange
          resetOnOperatorChange={false}
          showNotToggle
          maxLevels={limits.conditionDepth}
          listsAsArrays
          accessibleDescriptionGenerator={() => 'Conditions'}
        />
      </div>
    </DayWords>
  )
}

/** People are mostly looked for by surname. */
function defaultField(fields: readonly LearnerField[]): string {
  return (fields.find(({ name }) => name === 'surname') ?? fields[0])?.name ?? ''
}

/** Nobody begins a search with "is after": the commonest operator of the field's type comes first. */
function defaultOperator(field: { operators?: unknown }): string {
  const names = Array.isArray(field.operators)
    ? field.operators.map((each: { name?: unknown }) => each.name)
    : []
  return names.includes('beginsWith') ? 'beginsWith' : '='
}

function toField(field: LearnerField): Field {
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    operators: field.operators.map((name) => ({ name, label: operatorWords[name] })),
    ...(field.values
      ? { values: field.values.map(({ value, label }) => ({ name: value, label })) }
      : {}),
  }
}
