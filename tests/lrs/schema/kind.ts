import { complaintsAbout } from './complaints.ts'
import { bareFault, domainFault, miapFault, response } from './service.ts'

const descriptions = { response, domainFault, miapFault, bareFault }

/** Which of the descriptions an answer keeps to; `none` when it keeps to none of them. */
export type AnswerKind = keyof typeof descriptions | 'none'

export function kindOfAnswer(xml: string): AnswerKind {
  const kinds = ['response', 'domainFault', 'miapFault', 'bareFault'] as const
  return kinds.find((kind) => complaintsAbout(xml, descriptions[kind]).length === 0) ?? 'none'
}
