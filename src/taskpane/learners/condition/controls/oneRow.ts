/** A box of several lines that begins as low as one of a single line; Fluent makes it twice as high. */
export const oneRow = { fieldGroup: { minHeight: 32 }, field: { minHeight: 30 } }
