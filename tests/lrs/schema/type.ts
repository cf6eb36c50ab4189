/** The simple types that the service description uses. */
export type SimpleType = 'string' | 'int' | 'long' | 'base64Binary'

/** One member of a sequence. Members stand in their order, and none but these. */
export interface Member {
  readonly name: string
  readonly namespace: string
  readonly type: SimpleType | ComplexType
  /** At least once (left out: it may be absent). */
  readonly required?: true
  readonly nillable?: true
  /** Any number of times (left out: once at most). */
  readonly repeated?: true
}

/** A sequence, as `xs:sequence` is one. */
export interface ComplexType {
  readonly members: readonly Member[]
}
