import { Check } from '@fluentui/react'
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { ListedLearner } from '../../../../contract/index.ts'
import { useClasses } from '../../look/classes.ts'
import type { Words } from '../../words.ts'
import { nameOf } from '../chosen.ts'
import { listStyles, rowColumns, rowHeight } from './listStyles.ts'
import type { Found } from './results.ts'
import { allSelected, clicked, ticked } from './selection.ts'
import type { ListSelection } from './selection.ts'
import { keyAction } from './keys.ts'
import { shortReason } from './shortReason.ts'
import { useWindow } from './useWindow.ts'

interface LearnerListProps {
  readonly found: Found
  readonly selection: ListSelection
  readonly onSelect: (selection: ListSelection) => void
  readonly onShow: (first: number, end: number) => void
  readonly words: Words
}

/**
 * The learners found: only the rows in sight are drawn. Selected as any list of Windows is: click,
 * Ctrl, Shift, Ctrl-A, Space, arrows.
 */
export function LearnerList({ found, selection, onSelect, onShow, words }: LearnerListProps) {
  const classes = useClasses(listStyles)
  const box = useRef<HTMLDivElement>(null)
  const { first, end, page } = useWindow(box, found.total)
  const { focus } = selection
  const columns = useMemo(() => {
    const codes = [...found.loaded.values()].map(({ personCode }) => personCode.length)
    return rowColumns(codes.reduce((most, length) => Math.max(most, length), 0))
  }, [found.loaded])

  useEffect(() => {
    onShow(first, end)
  }, [first, end, onShow, found.condition])

  useEffect(() => {
    const list = box.current
    if (!list || focus < 0) return
    const top = focus * rowHeight
    if (top < list.scrollTop) list.scrollTop = top
    else if (top + rowHeight > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + rowHeight - list.clientHeight
    }
  }, [focus])

  useEffect(() => {
    // Under many conditions what they found would stand below the pane's edge.
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [found.condition])

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const at = Number(event.target.closest('[data-place]')?.getAttribute('data-place') ?? NaN)
    if (Number.isNaN(at)) return
    const keys = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }
    const tick = event.target.closest('[data-tick]') !== null && !keys.shift
    onSelect(tick ? ticked(selection, at) : clicked(selection, at, keys))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyAction(event, selection, found.total, page)
    if (!next) return
    event.preventDefault()
    onSelect(next)
  }

  const places = Array.from({ length: end - first }, (_, step) => first + step)
  return (
    <div
      ref={box}
      role="grid"
      aria-label="Learners"
      aria-multiselectable
      aria-rowcount={found.total}
      aria-colcount={4}
      {...(focus >= first && focus < end ? { 'aria-activedescendant': rowId(focus) } : {})}
      tabIndex={0}
      className={classes('list')}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className={classes('all')}
        style={{ height: found.total * rowHeight }}
      >
        {places.map((at) => (
          <Row
            key={at}
            at={at}
            learner={found.loaded.get(at)}
            selected={selection.selected.has(at)}
            focused={focus === at}
            words={words}
            columns={columns}
            classes={classes}
          />
        ))}
      </div>
    </div>
  )
}

/** Selects everything found. */
export function selectAll(found: Found, selection: ListSelection): ListSelection {
  return allSelected(selection, found.total)
}

const rowId = (at: number) => `learner-${String(at)}`

interface RowProps {
  readonly at: number
  readonly learner: ListedLearner | undefined
  readonly selected: boolean
  readonly focused: boolean
  readonly words: Words
  readonly columns: string
  readonly classes: (name: string) => string
}

function Row({ at, learner, selected, focused, words, columns, classes }: RowProps) {
  const problem = learner?.problem ?? null
  const names = [
    'row',
    selected ? 'selected' : '',
    focused ? 'focused' : '',
    problem ? 'muted' : '',
  ]
  return (
    <div
      role="row"
      id={rowId(at)}
      aria-rowindex={at + 1}
      aria-selected={selected}
      data-place={at}
      className={names.map(classes).join(' ')}
      style={{ top: at * rowHeight, gridTemplateColumns: columns }}
      title={learner ? titleOf(learner, words) : undefined}
    >
      <span role="gridcell" data-tick className={classes('tick')}>
        <Check checked={selected} useFastIcons={false} />
      </span>
      <span role="gridcell" className={classes('name')}>
        {learner ? nameOf(learner) : '…'}
      </span>
      {problem ? (
        <span role="gridcell" className={classes('why')} title={problem.description}>
          {`— ${shortReason(problem.code)}`}
        </span>
      ) : (
        <span role="gridcell" className={classes('uln')}>
          {learner?.uln ?? ''}
        </span>
      )}
      <span role="gridcell" className={classes('code')}>
        {learner?.personCode ?? ''}
      </span>
    </div>
  )
}

/** What the row has no room for. */
function titleOf(learner: ListedLearner, words: Words): string {
  const born = learner.dateOfBirth === null ? [] : [`born ${words.day(learner.dateOfBirth)}`]
  const known = learner.knownAs === null ? [] : [`known as ${learner.knownAs}`]
  const problem = learner.problem === null ? [] : [learner.problem.description]
  return [nameOf(learner), ...known, ...born, ...problem].join(' · ')
}
