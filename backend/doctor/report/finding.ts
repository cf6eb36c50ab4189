export const levels = ['ok', 'note', 'warning', 'problem'] as const
export type Level = (typeof levels)[number]

/** One thing that was looked at, and what there is to say of it. */
export interface Finding {
  readonly level: Level
  /** What was found, in one sentence without personal data. */
  readonly what: string
  /** What it means, or what was seen in particular. */
  readonly detail: string | null
  /** What somebody has to do. */
  readonly action: string | null
}

/** The findings on one subject, under its heading. */
export interface Section {
  readonly title: string
  readonly findings: readonly Finding[]
}

export const ok = (what: string, detail: string | null = null): Finding => ({
  level: 'ok',
  what,
  detail,
  action: null,
})
export const note = (
  what: string,
  detail: string | null = null,
  action: string | null = null,
): Finding => ({ level: 'note', what, detail, action })
export const warning = (what: string, detail: string | null, action: string): Finding => ({
  level: 'warning',
  what,
  detail,
  action,
})
export const problem = (what: string, detail: string | null, action: string): Finding => ({
  level: 'problem',
  what,
  detail,
  action,
})

export const hasProblem = (sections: readonly Section[]): boolean =>
  sections.some(({ findings }) => findings.some(({ level }) => level === 'problem'))
