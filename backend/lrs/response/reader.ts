import type { LearningEvent } from '../../plr/event/learningEvent.ts'
import type { Decoded } from './decoded.ts'
import { eventOf, fieldOf, noTexts } from './eventFields.ts'
import { placeOf, type Place } from './places.ts'

/** Turns elements, met one after another, into what the answer says. */
export interface Reader {
  open(name: string, nil: boolean): void
  text(text: string): void
  /** What makes the answer unreadable, if the element just closed does. */
  close(): string | null
  result(): Decoded
}

const codePattern = /^[\w.:-]{1,40}$/
/** No value of an answer is longer than this; titles have some hundred characters. */
const longestValue = 20_000

/** A reader for one answer. */
export function createReader(): Reader {
  const places: Place[] = []
  const values = new Map<string, string>()
  const events: LearningEvent[] = []
  let event = noTexts()
  let faults = 0
  let results = 0
  // The value being read: its element, its text so far, whether it is nil.
  let leafName = ''
  let leafText = ''
  let leafNil = false

  const place = () => places.at(-1) ?? 'document'

  /** Nil, empty and blank all mean that there is no value. */
  const leafValue = () => (leafNil || !/\S/.test(leafText) ? null : leafText)

  const keepValue = (): string | null => {
    const value = leafValue()
    if (value === null) return null
    if (values.has(leafName)) return `it gives ${leafName} twice`
    values.set(leafName, value.trim())
    return null
  }

  const keepField = (): string | null => {
    const field = fieldOf(leafName)
    if (field === undefined) return null
    event[field] = leafValue()
    return leafText.length > longestValue ? 'one of its values is too long' : null
  }

  const keepEvent = (): string | null => {
    const made = eventOf(event)
    if ('problem' in made) return made.problem
    events.push(made)
    return null
  }

  return {
    open(name, nil) {
      const opened = placeOf(place(), name)
      places.push(opened)
      if (opened === 'field' || opened === 'value') {
        leafName = name
        leafText = ''
        leafNil = nil
      } else if (opened === 'event') event = noTexts()
      else if (opened === 'result') results += 1
      else if (opened === 'fault') faults += 1
    },
    text(more) {
      const at = place()
      if ((at === 'field' || at === 'value') && leafText.length <= longestValue) leafText += more
    },
    close() {
      switch (places.pop()) {
        case 'value':
          return keepValue()
        case 'field':
          return keepField()
        case 'event':
          return keepEvent()
        default:
          return null
      }
    },
    result() {
      if (faults + results !== 1) return unreadable('it holds neither one answer nor one fault')
      if (faults === 1) {
        return {
          kind: 'fault',
          errorCode: codeOrNull(values.get('ErrorCode')),
          faultCode: codeOrNull(values.get('faultcode')),
        }
      }
      const responseCode = codeOrNull(values.get('ResponseCode'))
      if (responseCode === null) return unreadable('it has no response code')
      return {
        kind: 'response',
        responseCode,
        foundUln: values.get('FoundULN') ?? null,
        incomingUln: values.get('IncomingULN') ?? null,
        events,
      }
    },
  }
}

function codeOrNull(text: string | undefined): string | null {
  return text !== undefined && codePattern.test(text) ? text : null
}

function unreadable(reason: string): Decoded {
  return { kind: 'unreadable', reason }
}
