import type { EventEntry, RichApiAnswer } from '../richapi/answer.ts'

/** What the host needs of a workbook; anything that answers this way can stand behind it. */
export interface HostedWorkbook {
  /** Runs one batch of `Excel.run`. @param flags the request flags: bit 1 writes, 64 waits for cell edit */
  execute(body: string, flags: number): Promise<RichApiAnswer>
  /** The values of the selected cells. */
  selectedValues(): Promise<readonly (readonly (string | number | boolean)[])[]>
  /** Shows and selects an address or name; false when there is no such place. */
  goTo(target: string): Promise<boolean>
  onObjectEvents(listener: (entries: readonly EventEntry[]) => void): () => void
  onSelectionChanged(listener: () => void): () => void
}
