import { workbookError } from '../excel/translate.ts'
import type { Manifest } from './manifest.ts'
import { readManifestPart } from './part.ts'

/** The manifest of this session, or an error when it is lost or another session's. */
export async function requireManifest(
  context: Excel.RequestContext,
  sessionId: string,
): Promise<{ readonly part: Excel.CustomXmlPart; readonly manifest: Manifest }> {
  const found = await readManifestPart(context, sessionId)
  if (found?.read.kind !== 'manifest' || found.read.manifest.sessionId !== sessionId) {
    throw workbookError('sheet-missing')
  }
  return { part: found.part, manifest: found.read.manifest }
}
