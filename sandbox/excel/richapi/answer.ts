/** What the host answers to one RichApi request: a body, or a failure of the whole call (5004, 5102…). */
export type RichApiAnswer =
  | { readonly kind: 'body'; readonly status: number; readonly body: string }
  | { readonly kind: 'service-error'; readonly error: number }

/**
 * One entry of a `richApiMessage` event, in the order the library reads it:
 * category, type, target id, JSON text of the arguments, message id, whether it came from elsewhere.
 */
export type EventEntry = readonly [number, number, string, string, number, boolean]
