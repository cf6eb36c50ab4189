/** Gives the keyboard back to the sheet, as Excel does after its bars and ribbon were used. */
export const focusSheet = (): void => {
  document.querySelector<HTMLElement>('.grid canvas')?.focus()
}
