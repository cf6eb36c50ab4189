import type { LearningEvent } from '../../plr/event/learningEvent.ts'
import type { Decoded } from './decoded.ts'
import { eventOf, fieldOf, noTexts, type EventTexts } from './eventFields.ts'

/** Turns elements, met one after another, into what the answer says. */
export interface Reader {
  open(name: string, nil: boolean): void
  text(text: string): void
  /** What makes the answer unreadable, if the element just closed does. */
  close(): string | null
  result(): Decoded
}

const resultPath = 'Envelope/Body/GetLearnerLearningEventsResponse/GetLearnerLearningEventsResult'
const eventPath = `${resultPath}/LearnerRecord/LearningEvent`
const faultPath = 'Envelope/Body/Fault'
const codePattern = /^[\w.:-]{1,40}$/

/** A reader for one answer. */
export function createReader(): Reader {
  const paths: string[] = []
  const values = new Map<string, string | null>()
  const events: LearningEvent[] = []
  let event: EventTexts | null = null
  let faults = 0
  let results = 0
  let text = ''
  let nil = false

  const keep = (name: string, value: string | null): string | null => {
    if (values.has(name)) return `it gives ${name} twice`
    values.set(name, value?.trim() ?? null)
    return null
  }

  /** An element's own text; nil, empty and blank all mean that there is no value. */
  const value = () => (nil || text.trim() === '' ? null : text)

  const closed = (parent: string, name: string): string | null => {
    if (parent === eventPath && event !== null) {
      const field = fieldOf(name)
      if (field !== undefined) event[field] = value()
      return null
    }
    if (parent === `${resultPath}/LearnerRecord` && name === 'LearningEvent' && event !== null) {
      const made = eventOf(event)
      event = null
      if ('problem' in made) return made.problem
      events.push(made)
      return null
    }
    if (parent === resultPath && /^(ResponseCode|FoundULN|IncomingULN)$/.test(name)) {
      return keep(name, value())
    }
    if (parent === faultPath && name === 'faultcode') return keep(name, value())
    if (parent.startsWith(`${faultPath}/detail/`) && name === 'ErrorCode') {
      return keep(name, value())
    }
    return null
  }

  return {
    open(name, isNil) {
      const path = paths.length === 0 ? name : `${paths.at(-1) ?? ''}/${name}`
      paths.push(path)
      text = ''
      nil = isNil
      if (path === eventPath) event = noTexts()
      else if (path === resultPath) results += 1
      else if (path === faultPath) faults += 1
    },
    text(more) {
      text += more
    },
    close() {
      const path = paths.pop() ?? ''
      const slash = path.lastIndexOf('/')
      const problem = closed(path.slice(0, Math.max(slash, 0)), path.slice(slash + 1))
      text = ''
      nil = false
      return problem
    },
    result() {
      const code = values.get('ResponseCode') ?? null
      if (faults + results !== 1) {
        return unreadable('it holds neither one answer nor one fault')
      }
      if (faults === 1) {
        return {
          kind: 'fault',
          errorCode: codeOrNull(values.get('ErrorCode')),
          faultCode: codeOrNull(values.get('faultcode')),
        }
      }
      if (code === null || !codePattern.test(code)) {
        return unreadable('it has no response code')
      }
      return {
        kind: 'response',
        responseCode: code,
        foundUln: values.get('FoundULN') ?? null,
        incomingUln: values.get('IncomingULN') ?? null,
        events,
      }
    },
  }
}

function codeOrNull(text: string | null | undefined): string | null {
  return text !== null && text !== undefined && codePattern.test(text) ? text : null
}

function unreadable(reason: string): Decoded {
  return { kind: 'unreadable', reason }
}
