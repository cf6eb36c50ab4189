import type { Api } from '../api/client.ts'
import type { Clock } from '../api/clock.ts'
import type { SignIn } from '../api/signin/signIn.ts'
import type { PublicConfig } from '../../contract/index.ts'
import type { Host } from '../office/host/port.ts'
import type { ExportTable, Workbook } from '../office/workbook/port.ts'

/** Everything the pane reaches for outside of itself; tests pass their own. */
export interface Services {
  readonly config: PublicConfig
  readonly api: Api
  readonly signIn: SignIn
  readonly workbook: Workbook
  readonly host: Host
  readonly clock: Clock
  /** Makes the file of an export. */
  readonly makeFile: (kind: 'csv' | 'xlsx', table: ExportTable) => Promise<Blob>
  readonly saveFile: (file: SavedFile) => Promise<void>
  readonly newId: () => string
}

export interface SavedFile {
  readonly name: string
  readonly content: Blob
}
