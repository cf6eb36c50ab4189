import type { Manifest } from './manifest.ts'
import { itemsOf, valueOf } from '../excel/loaded.ts'
import { fromXml, manifestNamespace, toXml, type ReadManifest } from './xml.ts'

/** The custom XML part of a manifest. */
export interface ManifestPart {
  readonly part: Excel.CustomXmlPart
  readonly read: ReadManifest
}

/**
 * Reads the manifest of this session, in two syncs. Where none is its own, the first one of any session
 * stands for it; null when there is none at all.
 */
export async function readManifestPart(
  context: Excel.RequestContext,
  sessionId: string | null,
): Promise<ManifestPart | null> {
  const parts = await manifestParts(context)
  if (parts.length === 0) return null
  const xmls = parts.map((part) => ({ part, xml: part.getXml() }))
  await context.sync()
  const read = xmls.map(({ part, xml }) => ({ part, read: fromXml(valueOf(xml)) }))
  const own = read.find(
    (one) => one.read.kind === 'manifest' && one.read.manifest.sessionId === sessionId,
  )
  return own ?? read[0] ?? null
}

/** Every part of ours in the workbook, in one sync: that of the session, and any a lost one left. */
export async function manifestParts(
  context: Excel.RequestContext,
): Promise<readonly Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(manifestNamespace)
  parts.load('items/id')
  await context.sync()
  return itemsOf(parts)
}

/** Queues the manifest's writing; it is in the file after the next sync, with all else in it. */
export function queueManifest(part: Excel.CustomXmlPart, manifest: Manifest): void {
  part.setXml(toXml(manifest))
}

/** Queues a first manifest in place of all that earlier sessions left: it is the only one. */
export function queueNewManifest(
  context: Excel.RequestContext,
  manifest: Manifest,
  left: readonly Excel.CustomXmlPart[],
): void {
  for (const part of left) part.delete()
  context.workbook.customXmlParts.add(toXml(manifest))
}
