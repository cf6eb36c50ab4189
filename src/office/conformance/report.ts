import * as z from 'zod/mini'

const caseResult = z.object({
  name: z.string(),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  detail: z.optional(z.string()),
})

/** What a run of the cases found, as conformance.html saves it. */
export const conformanceReport = z.object({
  format: z.literal(1),
  at: z.string(),
  host: z.object({ platform: z.string(), version: z.string(), excelApi: z.string() }),
  cases: z.array(caseResult),
})

export type CaseResult = z.infer<typeof caseResult>
export type ConformanceReport = z.infer<typeof conformanceReport>

/** Where a real Excel did otherwise than the cases say; also cases that it was never asked. */
export function differences(
  report: ConformanceReport,
  caseNames: readonly string[],
): readonly string[] {
  const results = new Map(report.cases.map((result) => [result.name, result]))
  return caseNames.flatMap((name) => {
    const result = results.get(name)
    if (!result) return [`${name}: not run; run conformance.html again`]
    return result.outcome === 'failed' ? [`${name}: ${result.detail ?? 'failed'}`] : []
  })
}
