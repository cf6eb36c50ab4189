/** What a frame told its host without asking anything. */
export type Notice =
  /** Tab left the frame at its end, or backwards at its start. */
  | { kind: 'tabbed-out'; backwards: boolean }
  /** F2 was pressed, or a frame has nothing to focus: the keyboard belongs to the sheet again. */
  | { kind: 'back-to-sheet' }

/** A dialog the host has to draw; sizes in percent of the window. */
export interface DialogRequest {
  id: string
  src: string
  name: string
  origin: string
  width: number
  height: number
}

/** What the page around the frames does for the host. */
export interface HostSurface {
  openDialog(dialog: DialogRequest): void
  closeDialog(id: string): void
  /** `Office.addin.showAsTaskpane` and `hide`. */
  showPane(visible: boolean): void
  /**
   * `Excel.createWorkbook`: opens an empty workbook in a window of its own.
   * @returns whether the browser let one open
   */
  openWorkbook(): boolean
  notice(notice: Notice): void
  /** The add-in asked for something this host does not play; `what` names it. */
  refused(what: string): void
}
