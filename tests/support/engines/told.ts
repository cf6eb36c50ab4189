/** What an engine was told, by a driver whose wire is played. */
export interface Told {
  readonly sql: string
  /** The values, a row for each time that the statement was carried out. */
  readonly rows: readonly (readonly unknown[])[]
}

/** What the played engine answers. */
export interface Answer {
  readonly rows?: readonly Readonly<Record<string, unknown>>[]
  /** How many rows each of the statements changed (Oracle). */
  readonly changed?: readonly number[]
  /** What Oracle puts into the places of each of the statements. */
  readonly back?: readonly (readonly unknown[])[]
  /** The engine's own numbers of errors: several for one statement are a thing of SQL Server. */
  readonly errors?: readonly number[]
  /** The engine ends the transaction with it (SQL Server). */
  readonly endsTransaction?: boolean
  /** The connection breaks at it. */
  readonly breaks?: boolean
}

export type Answering = (told: Told, at: number) => Answer

export const sqlOf = (told: readonly Told[]): string[] => told.map(({ sql }) => sql)
