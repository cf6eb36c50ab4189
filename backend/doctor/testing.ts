import type { EbsSettings } from '../config/parts.ts'
import type { Level, Section } from './report/finding.ts'

/** What a test says of its ebs; the rest as the environment's own defaults. */
export const testSettings = (url: string, more: Partial<EbsSettings> = {}): EbsSettings => ({
  ENVIRONMENT_NAME: 'train',
  EBS_CLIENT: 'pg',
  EBS_CONNECTION: url,
  EBS_WRITE: 'on',
  LINK_SCHEMA: 'plr_link',
  LINK_MIGRATE: 'check',
  DEFAULT_ATTAINMENT_TYPE: 'PLR',
  ...more,
})

/** The findings of some levels, each as `level: what`. */
export const said = (sections: readonly Section[], ...levels: readonly Level[]): string[] =>
  sections.flatMap(({ findings }) =>
    findings
      .filter(({ level }) => levels.includes(level))
      .map(({ level, what }) => `${level}: ${what}`),
  )
