/** Where in an answer an element stands; everything that is not known is `elsewhere`. */
export type Place =
  | 'document'
  | 'envelope'
  | 'body'
  | 'response'
  | 'result'
  | 'record'
  | 'event'
  | 'field'
  | 'fault'
  | 'detail'
  | 'exception'
  | 'value'
  | 'elsewhere'

const inside: Partial<Record<Place, Readonly<Record<string, Place>>>> = {
  document: { Envelope: 'envelope' },
  envelope: { Body: 'body' },
  body: { GetLearnerLearningEventsResponse: 'response', Fault: 'fault' },
  response: { GetLearnerLearningEventsResult: 'result' },
  result: {
    ResponseCode: 'value',
    FoundULN: 'value',
    IncomingULN: 'value',
    LearnerRecord: 'record',
  },
  record: { LearningEvent: 'event' },
  fault: { faultcode: 'value', detail: 'detail' },
  exception: { ErrorCode: 'value' },
}

/** The place of an element by its local name and the place of its parent. */
export function placeOf(parent: Place, name: string): Place {
  if (parent === 'event') return 'field'
  // DomainFault, MIAPAPIException, or whatever a fault carries: its code is what counts.
  if (parent === 'detail') return 'exception'
  const children = inside[parent]
  return children !== undefined && Object.hasOwn(children, name)
    ? (children[name] ?? 'elsewhere')
    : 'elsewhere'
}
