import * as z from 'zod/mini'
import type { Manifest } from './manifest.ts'

/** The namespace by which the manifest's custom XML part is found. */
export const manifestNamespace = 'urn:ebs-plr-attainments:session'
const format = 1

const personCodes = z.array(z.string())
const stored = z.object({
  format: z.literal(format),
  session: z.string().check(z.minLength(1)),
  institution: z.string(),
  environment: z.string(),
  dateSystem: z.union([z.literal(1900), z.literal(1904)]),
  runs: z.array(z.string()),
  inSheet: personCodes,
  wanted: personCodes,
})
const anyFormat = z.object({ format: z.number() })

export type ReadManifest =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'later-format' }
  | { readonly kind: 'unreadable' }

/**
 * The manifest as a custom XML part: one element that holds JSON. Programs that keep XML may write it
 * another way round; the text of one element survives all of them.
 */
export function toXml(manifest: Manifest): string {
  const { sessionId, learners, ...rest } = manifest
  const body: z.infer<typeof stored> = {
    format,
    session: sessionId,
    institution: rest.institution,
    environment: rest.environment,
    dateSystem: rest.dateSystem,
    runs: [...rest.runs],
    inSheet: [...learners].filter(([, state]) => state === 'inSheet').map(([code]) => code),
    wanted: [...learners].filter(([, state]) => state === 'wanted').map(([code]) => code),
  }
  return `<session xmlns="${manifestNamespace}">${escape(JSON.stringify(body))}</session>`
}

/** Reads what `toXml` wrote, whatever wrote it again since. */
export function fromXml(xml: string): ReadManifest {
  const json = jsonIn(xml)
  const read = stored.safeParse(json)
  if (!read.success) {
    const other = anyFormat.safeParse(json)
    return { kind: other.success && other.data.format > format ? 'later-format' : 'unreadable' }
  }
  const { session, inSheet, wanted, institution, environment, dateSystem, runs } = read.data
  return {
    kind: 'manifest',
    manifest: {
      sessionId: session,
      institution,
      environment,
      dateSystem,
      runs,
      learners: new Map([
        ...inSheet.map((code) => [code, 'inSheet'] as const),
        ...wanted.map((code) => [code, 'wanted'] as const),
      ]),
    },
  }
}

/** What the element's text says; null when it is no JSON, or no text at all. */
function jsonIn(xml: string): unknown {
  try {
    return JSON.parse(unescape(xml.replace(/<[^>]*>/g, '')))
  } catch {
    return null
  }
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return entities[String(name)] ?? whole
  })
}
