import { limits } from '../../../../contract/index.ts'
import { locateGrid, requireColumn, rowCount } from '../grid/grid.ts'
import { readRows, textOf } from '../grid/read.ts'
import { learnersIn, withRun, type Manifest } from '../manifest/manifest.ts'
import { queueManifest } from '../manifest/part.ts'
import { requireManifest } from '../manifest/read.ts'
import type { Room, RunInit, SessionLearners, SessionWriter } from '../port.ts'
import type { SessionPlace } from '../session/place.ts'
import { createWriter } from './writer.ts'

/** Notes a run in the manifest, all its learners wanted, and opens the writer for their answers. */
export async function beginRun(
  place: SessionPlace,
  run: RunInit,
  keepHidden: () => Promise<void>,
): Promise<SessionWriter> {
  const before = await place.door.run(async (context) => {
    const { part, manifest } = await requireManifest(context, place.sessionId)
    queueManifest(part, withRun(manifest, run.at, run.personCodes))
    await context.sync()
    return manifest
  })
  return createWriter(place, new Set(before.learners.keys()), keepHidden)
}

/** The manifest as the workbook holds it now. */
export function readManifest(place: SessionPlace): Promise<Manifest> {
  return place.door.run(
    async (context) => (await requireManifest(context, place.sessionId)).manifest,
  )
}

/** Whether the session would stay within its limits, each new learner counted as one row at least. */
export function roomFor(place: SessionPlace, personCodes: readonly string[]): Promise<Room> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    const { manifest } = await requireManifest(context, place.sessionId)
    const fresh = [...new Set(personCodes)].filter((code) => !manifest.learners.has(code)).length
    const learners = manifest.learners.size + fresh
    if (learners > limits.sessionLearners) {
      return { kind: 'too-many-learners', would: learners, most: limits.sessionLearners }
    }
    const rows = rowCount(grid) + fresh
    return rows > limits.sessionRows
      ? { kind: 'too-many-rows', rows: rowCount(grid), most: limits.sessionRows }
      : { kind: 'fits' }
  })
}

/** The manifest's learners against the rows that stand. */
export function readLearners(place: SessionPlace): Promise<SessionLearners> {
  return place.door.run(async (context) => {
    const grid = await locateGrid(context, place)
    requireColumn(grid, 'personCode')
    const { manifest } = await requireManifest(context, place.sessionId)
    const rows = await readRows(context, grid, ['personCode'], place.dateSystem)
    const standing = new Set(rows.map((row) => textOf(row, 'personCode')))
    const answered = learnersIn(manifest, 'inSheet')
    const wanted = learnersIn(manifest, 'wanted')
    return {
      inSheet: answered.filter((code) => standing.has(code)),
      wanted,
      wantedAgain: wanted.filter((code) => standing.has(code)),
      missing: answered.filter((code) => !standing.has(code)),
    }
  })
}
