/** Error numbers of office.js that this host answers with; the library has a text for each. */
export const serviceErrors = {
  coercionNotSupported: 1000,
  noSuchBinding: 3002,
  operationNotSupported: 5000,
  noSuchHandler: 5003,
  invalidArgument: 5010,
  dialogNotAllowedHere: 12004,
  dialogNotHttps: 12005,
  dialogAlreadyOpen: 12007,
  tokenNotSupported: 13012,
} as const
