/** The codes with which Excel refuses a call, as far as they are played (BEHAVIOUR.md). */
export type RefusalCode =
  | 'InvalidArgument'
  | 'ItemNotFound'
  | 'ItemAlreadyExists'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'InvalidOperation'
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'

const MESSAGES: Record<RefusalCode, string> = {
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  ItemNotFound: "The requested resource doesn't exist.",
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found.',
  GeneralException: 'There was an internal error while processing the request.',
}

/**
 * What the workbook refuses to do. It is thrown, as in Excel: a batch stops at the first refusal, and
 * what ran before stays done.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string = MESSAGES[code]) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
}

export const SHAPE_MESSAGE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range."
