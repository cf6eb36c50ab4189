/** Everything that can be made to go wrong, each with what it does. The control page shows these. */
export const faultWords = {
  timeout: 'never answers',
  reset: 'cuts the connection before it answers',
  cut: 'cuts the connection in the middle of the answer',
  'slow-drip': 'sends a byte a second',
  maintenance: 'answers 405, as LRS does while it is maintained',
  unavailable: 'answers 503 with a page of HTML',
  'bad-gateway': 'answers 502 with nothing',
  forbidden: 'answers 403 with a page of HTML',
  redirect: 'answers 302 to another address',
  'wrong-type': 'answers 200 with a page of HTML',
  truncated: 'stops in the middle of the XML, with a length that fits',
  oversized: 'sends an answer of 50 MB',
  entities: 'sends a document type with entities that grow',
  deep: 'nests elements a hundred thousand deep',
  'not-soap': 'sends XML that is no SOAP',
  'bad-encoding': 'sends bytes that are no UTF-8',
  'bare-fault': 'answers with a fault without detail (WCF InternalServiceFault)',
  'unknown-fault': 'answers with a fault of a code nobody knows (WSEC9998)',
  'invalid-request': 'refuses the request: WSEC0001',
  'unknown-operation': 'does not know the operation: WSEC0002',
  'unknown-organisation': 'does not know the organisation: WSEC0003',
  'out-of-hours': 'is closed: WSEC0004',
  'wrong-password': 'refuses the password: WSEC0005',
  'not-permitted': 'does not let the organisation read records: WSEC0006',
  'invalid-uln': 'calls the ULN invalid: WSEC0136',
  'server-error': 'has an error of its own: WSEC0999',
  'not-verified': 'cannot verify the learner: WSEC0208',
  'not-shared': 'says that the learner does not share: WSEC0206',
  'unknown-code': 'answers with a ResponseCode nobody knows (WSRC0777)',
  'other-uln': 'answers for another ULN than the one asked',
} as const
export type FaultName = keyof typeof faultWords

/** Ways in which a good answer may look; several can be on at once. */
export const shapeWords = {
  'as-miap-fault': 'error codes come as MIAPAPIException instead of DomainFault',
  'as-response-code': 'error codes come as ResponseCode within 200 instead of a fault',
  'no-events': 'the record is there and empty',
  'record-absent': 'without events the LearnerRecord is left out instead of empty',
  'many-events': 'the learner has 500 events',
  'non-ascii': 'subjects in Welsh and with accents',
  'future-date': 'award dates in the year 2058',
  shuffled: 'fields in another order',
  'extra-elements': 'elements that the schema does not know',
  'other-prefixes': 'other namespace prefixes',
  'found-uln-filled': 'a learner who does not share has a FoundULN instead of an empty one',
} as const
export type ShapeName = keyof typeof shapeWords

export type SwitchName = FaultName | ShapeName

export function isFault(name: string): name is FaultName {
  return Object.hasOwn(faultWords, name)
}

export function isShape(name: string): name is ShapeName {
  return Object.hasOwn(shapeWords, name)
}
