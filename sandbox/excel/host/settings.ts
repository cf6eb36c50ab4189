import * as z from 'zod/mini'

const saveSchema = z.object({
  DdaSettingsMethod: z.object({ Properties: z.array(z.tuple([z.string(), z.string()])) }),
})

/** The add-in's `document.settings`, kept as long as the workbook is open. */
export interface DocumentSettings {
  /** Key and JSON text of the value, the form of the handshake. */
  all(): readonly (readonly [string, string])[]
  /** Takes the whole set of one save; false when the arguments are not one. */
  save(data: unknown): boolean
}

export function createDocumentSettings(): DocumentSettings {
  let kept: readonly (readonly [string, string])[] = []
  return {
    all: () => kept,
    save(data) {
      const saved = saveSchema.safeParse(data)
      if (!saved.success) return false
      kept = saved.data.DdaSettingsMethod.Properties
      return true
    },
  }
}
