/** One entry of a `richApiMessage` event: category, type, target, arguments as JSON, id, remote. */
export type ObjectEvent = readonly [number, number, string, string, number, boolean]

/** Why a whole request failed: the service-level numbers of Excel, e.g. 5004, 5102, 5103. */
export type ExecuteResult =
  { kind: 'done'; status: number; body: string } | { kind: 'refused'; error: number }

/** What the host needs of a workbook; anything that answers this way can stand behind it. */
export interface HostedWorkbook {
  /** Runs one batch of `Excel.run`. @param flags the request flags: bit 1 writes, 64 waits for cell edit */
  execute(body: string, flags: number): Promise<ExecuteResult>
  /** The values of the selected range; null when several areas are selected. */
  selectedValues(): Promise<readonly (readonly unknown[])[] | null>
  /** Shows and selects an address or name; false when there is no such place. */
  goTo(target: string): Promise<boolean>
  onObjectEvents(listener: (events: readonly ObjectEvent[]) => void): () => void
  onSelectionChanged(listener: () => void): () => void
}
