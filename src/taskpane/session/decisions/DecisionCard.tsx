import { ChoiceGroup } from '@fluentui/react'
import { useId } from 'react'
import type { Decision } from '../../../../contract/index.ts'
import { useClasses } from '../../look/classes.ts'
import type { Words } from '../../words.ts'
import { changeWords } from '../selection/changeWords.ts'
import { choiceStyles, decisionsStyles } from './decisionsStyles.ts'
import { effectWords } from './effectWords.ts'
import type { Effect, RowToDecide } from './rowToDecide.ts'

interface DecisionCardProps {
  readonly row: RowToDecide
  readonly take: Decision['take']
  readonly onTake: (take: Decision['take']) => void
  readonly words: Words
}

/** One row: whose and what it is, why it needs a decision, what writing would do, and the choice. */
export function DecisionCard({ row, take, onTake, words }: DecisionCardProps) {
  const classes = useClasses(decisionsStyles)
  const id = useId()
  const { learner, facts, reason, write, likely } = row
  return (
    <li className={classes('card')}>
      <h3 id={id} className={classes('who')}>
        {learner}
      </h3>
      <p id={`${id}-facts`} className={classes('facts')}>
        {facts.join(' · ')}
      </p>
      {reason === null ? null : <p className={classes('reason')}>{reason}</p>}
      <EffectView title={effectWords(write, null)} effect={write} words={words} />
      {likely ? (
        <EffectView
          title={effectWords(likely, likely.attainmentCode)}
          effect={likely}
          words={words}
        />
      ) : null}
      <ChoiceGroup
        ariaLabelledBy={`${id} ${id}-facts`}
        styles={choiceStyles}
        selectedKey={take}
        options={[
          { key: 'skip', text: 'Leave out' },
          { key: 'write', text: 'Write' },
          ...(likely
            ? [{ key: 'same-as', text: `Same as attainment ${likely.attainmentCode}` }]
            : []),
        ]}
        onChange={(_, option) => {
          onTake(option?.key === 'write' || option?.key === 'same-as' ? option.key : 'skip')
        }}
      />
    </li>
  )
}

/** What a choice would do; the fields of a new record stand above already. */
function EffectView(props: {
  readonly title: string
  readonly effect: Effect
  readonly words: Words
}) {
  const classes = useClasses(decisionsStyles)
  const { kind, changes } = props.effect
  return (
    <div className={classes('effect')}>
      {props.title}
      {kind === 'updates' ? (
        <table className={classes('changes')}>
          <tbody>
            {changeWords(changes, props.words).map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>
                  {from} → {to}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  )
}
