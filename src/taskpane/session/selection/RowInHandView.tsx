import type { FieldChange } from '../../../../contract/index.ts'
import { useClasses } from '../../look/classes.ts'
import { useStore } from '../../store.ts'
import type { Words } from '../../words.ts'
import { sessionStyles } from '../sessionStyles.ts'
import { changeWords } from './changeWords.ts'
import type { SelectionFollower } from './followSelection.ts'

interface RowInHandProps {
  readonly follower: SelectionFollower
  readonly words: Words
}

/** The row where the cursor stands: whose it is, and what Update would change, field by field. */
export function RowInHandView({ follower, words }: RowInHandProps) {
  const classes = useClasses(sessionStyles)
  const row = useStore(follower.inHand)
  const { preview } = useStore(follower.summary)
  if (row === null) return null
  const { values, rowKey } = row
  const said = preview.kind === 'known' && rowKey !== null ? preview.known.byKey.get(rowKey) : null
  const name = [values.surname, values.firstName].filter((part) => part).join(', ')
  const changes = changeWords(said?.changes ?? [], words)
  const undecided = said?.outcome === 'skipped'
  const isNew = said?.outcome === 'inserted' || (undecided && !said.changes.some(hasBefore))
  return (
    <section className={classes('section')} aria-label="Row in hand">
      <h2 className={classes('heading')}>
        Row in hand: {name} ({values.personCode ?? '?'})
      </h2>
      <p className={classes('facts')}>{values.qualification ?? values.reason ?? values.status}</p>
      {changes.length > 0 ? (
        <table className={classes('table')}>
          <tbody>
            {changes.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                {isNew ? null : <td>{from} →</td>}
                <td>{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {said?.reason ? <p className={classes('quiet')}>{said.reason}</p> : null}
    </section>
  )
}

function hasBefore({ from }: FieldChange): boolean {
  return from !== null
}
