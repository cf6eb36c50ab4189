import type { Manifest } from './manifest.ts'
import { itemsOf, valueOf } from '../excel/loaded.ts'
import { fromXml, manifestNamespace, toXml, type ReadManifest } from './xml.ts'

/** The custom XML part of the manifest. The workbook holds at most one that counts: the first. */
export interface ManifestPart {
  readonly part: Excel.CustomXmlPart
  readonly read: ReadManifest
}

/** Reads the manifest of the workbook, in two syncs; null when there is none. */
export async function readManifestPart(
  context: Excel.RequestContext,
): Promise<ManifestPart | null> {
  const parts = context.workbook.customXmlParts.getByNamespace(manifestNamespace)
  parts.load('items/id')
  await context.sync()
  const [part] = itemsOf(parts)
  if (!part) return null
  const xml = part.getXml()
  await context.sync()
  return { part, read: fromXml(valueOf(xml)) }
}

/** Queues the manifest's writing; it is in the file after the next sync, with all else in it. */
export function queueManifest(part: Excel.CustomXmlPart, manifest: Manifest): void {
  part.setXml(toXml(manifest))
}

/** Queues a first manifest. */
export function queueNewManifest(context: Excel.RequestContext, manifest: Manifest): void {
  context.workbook.customXmlParts.add(toXml(manifest))
}
