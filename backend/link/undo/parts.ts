import type { AttainmentReader, AttainmentWriter } from '../../ebs/attainments/index.ts'
import type { Link } from '../openLink.ts'
import type { Trail } from '../trail/trail.ts'

/** What an undo works with. */
export interface UndoParts {
  readonly link: Link
  readonly reader: AttainmentReader
  readonly writer: AttainmentWriter
  readonly trail: Trail
  /** UNDO_DAYS. */
  readonly undoDays: number
}
