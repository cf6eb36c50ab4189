import type { ListedLearner, Me } from '../../../contract/index.ts'
import type { NamedLearner } from '../frame/questions.ts'
import type { Words } from '../words.ts'
import type { ListSelection } from './results/selection.ts'

/** What the selection allows: a download, a sentence why not, or a sentence and a choice. */
export type Choice =
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'ready'; readonly places: readonly number[] }
  /** More than one download takes: the first so many may be taken. */
  | { readonly kind: 'too-many'; readonly sentence: string; readonly first: readonly number[] }

export function choiceOf(selection: ListSelection, limit: number, words: Words): Choice {
  const places = [...selection.selected].sort((one, other) => one - other)
  if (places.length === 0) return { kind: 'nothing', why: 'Select learners first.' }
  if (places.length <= limit) return { kind: 'ready', places }
  return {
    kind: 'too-many',
    sentence: `${words.number(places.length)} selected; a download takes ${words.number(limit)}: take the first ${words.number(limit)}, or narrow the search`,
    first: places.slice(0, limit),
  }
}

const noticeReasons: Readonly<Record<string, string>> = {
  '0': 'privacy notice not seen',
  '2': 'unable to share',
}

/**
 * Learners to be named and confirmed before the download, because ebs says that they have not seen
 * the privacy notice or cannot share. None where the backend holds them back by itself.
 */
export function needConfirming(
  learners: readonly ListedLearner[],
  me: Pick<Me, 'noticeRequired'>,
): readonly NamedLearner[] {
  if (me.noticeRequired) return []
  return learners.flatMap((learner) => {
    const why = noticeReasons[learner.abilityToShare ?? '']
    if (why === undefined || learner.problem !== null) return []
    return [{ personCode: learner.personCode, name: nameOf(learner), why }]
  })
}

/** "Surname, First", with what is there. */
export function nameOf(learner: Pick<ListedLearner, 'surname' | 'firstName'>): string {
  const parts = [learner.surname, learner.firstName].filter((part) => part !== null && part !== '')
  return parts.length > 0 ? parts.join(', ') : '(no name)'
}
