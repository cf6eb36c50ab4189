/** What a method of `executeMethod` answers: an error number, 0 for none, and what it gives. */
export type MethodResult = { Error: number } & Record<string, unknown>
