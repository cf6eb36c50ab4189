import { readFilters, withFiltersOff } from '../grid/filters.ts'
import { locateGrid, rowCount } from '../grid/grid.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { queueManifest } from '../manifest/part.ts'
import { requireManifest } from '../manifest/read.ts'
import type { SessionPlace } from '../session/place.ts'
import { queueRemove } from './queueRows.ts'
import { readStanding } from './writeChunk.ts'

/** Deletes every row of these learners and writes the manifest that `change` makes of it, in one sync. */
export function dropRows(
  place: SessionPlace,
  personCodes: readonly string[],
  change: (manifest: Manifest) => Manifest,
): Promise<void> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    const { part, manifest } = await requireManifest(context, place.sessionId)
    const gone = new Set(personCodes)
    const standing = await readStanding(context, grid, place)
    const positions = standing
      .filter(({ personCode }) => gone.has(personCode))
      .map(({ position }) => position)
    const filters = positions.length > 0 ? await readFilters(context, grid) : []
    withFiltersOff(grid, filters, () => {
      queueRemove(grid, positions, rowCount(grid) - positions.length)
    })
    queueManifest(part, change(manifest))
    await context.sync()
  })
}
