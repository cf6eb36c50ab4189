import type { Script } from './grants.ts'

/** The scripts as one text that a DBA reads and runs. */
export function renderScripts(scripts: readonly Script[], remarks: readonly string[]): string {
  const head = remarks.map((remark) => `-- ${remark}`).join('\n')
  const parts = scripts.map(({ title, statements }) =>
    [`-- ${title}`, ...statements.map((statement) => `${statement};`)].join('\n'),
  )
  return `${[head, ...parts].join('\n\n')}\n`
}
