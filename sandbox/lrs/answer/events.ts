import type { LrsEvent } from '../../college/college.ts'
import type { ShapeName } from '../faults/names.ts'
import { escapeXml } from './xml.ts'

/** The fields of an event in the order of the service description. */
export const eventElements = [
  'AchievementAwardDate',
  'AchievementProviderName',
  'AchievementProviderUkprn',
  'AwardingOrganisationName',
  'AwardingOrganisationUkprn',
  'CollectionType',
  'Credits',
  'DateLoaded',
  'Grade',
  'ID',
  'LanguageForAssessment',
  'Level',
  'ParticipationEndDate',
  'ParticipationStartDate',
  'QualificationType',
  'Restriction',
  'ReturnNumber',
  'Source',
  'Status',
  'Subject',
  'SubjectCode',
  'UnderDataChallenge',
]

/** What is left of an event when getType is BRIEF. */
const briefElements = new Set([
  'AchievementAwardDate',
  'AchievementProviderUkprn',
  'Credits',
  'Grade',
  'ID',
  'Level',
  'Source',
  'Subject',
  'SubjectCode',
])

/** The events that the switches make of a learner's own. */
export function shapedEvents(
  events: readonly LrsEvent[],
  shapes: ReadonlySet<ShapeName>,
): readonly LrsEvent[] {
  if (shapes.has('no-events')) return []
  const many = shapes.has('many-events') ? multiplied(events, 500) : events
  return many.map((event) => ({
    ...event,
    ...(shapes.has('non-ascii') ? { Subject: 'Mathemateg – Rhifedd ✓ Ŵ é Ž 数' } : {}),
    ...(shapes.has('future-date') ? { AchievementAwardDate: '2058-07-01' } : {}),
  }))
}

function multiplied(events: readonly LrsEvent[], count: number): readonly LrsEvent[] {
  const pattern: LrsEvent = events[0] ?? {
    ID: '0',
    Credits: '0',
    Source: 'ILR',
    Subject: 'Example',
  }
  return Array.from({ length: count }, (_, index) => ({
    ...(events[index % Math.max(1, events.length)] ?? pattern),
    ID: String(900_000 + index),
  }))
}

/** One event as XML. */
export function eventXml(event: LrsEvent, brief: boolean, shapes: ReadonlySet<ShapeName>): string {
  const named = eventElements.filter((name) => event[name] !== undefined)
  const shown = brief ? named.filter((name) => briefElements.has(name)) : named
  const order = shapes.has('shuffled') ? [...shown].reverse() : shown
  const fields = order.map((name) => fieldXml(name, event[name] ?? null)).join('')
  const extra = shapes.has('extra-elements')
    ? '<a:NotYetKnown>x<a:Grade>no</a:Grade></a:NotYetKnown>'
    : ''
  return `<a:LearningEvent>${extra}${fields}</a:LearningEvent>`
}

function fieldXml(name: string, value: string | null): string {
  if (value === null) return `<a:${name} i:nil="true"/>`
  return value === '' ? `<a:${name}/>` : `<a:${name}>${escapeXml(value)}</a:${name}>`
}
