import { z } from 'zod'

const text = z.string().min(1)
const path = text
const onOff = (fallback: 'on' | 'off') => z.enum(['on', 'off']).default(fallback)
const whole = (fallback: number, least: number, most = 2_147_483_647) =>
  z.coerce
    .number({ error: `must be a whole number` })
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .default(fallback)
const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https:// address' })
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
const list = z
  .string()
  .default('')
  .transform((names) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )

/** Every name of the backend's environment (surface.md, Backend environment), as texts from outside. */
export const environmentSchema = z.object({
  PORT: whole(3000, 0, 65_535),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: httpUrl.optional(),
  ENVIRONMENT_NAME: text.max(100, 'must be at most 100 characters').default('live'),
  SUPPORT_CONTACT: text.default('your ebs support team'),
  TLS_CERTIFICATE: path.optional(),
  TLS_KEY: path.optional(),
  EBS_CLIENT: z.enum(['oracledb', 'mssql', 'pg']),
  EBS_CONNECTION: text,
  EBS_CLIENT_LIB: path.optional(),
  EBS_SCHEMA: path.optional(),
  EBS_WRITE: onOff('off'),
  LINK_SCHEMA: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,29}$/, 'must be a plain database name')
    .default('plr_link'),
  LINK_MIGRATE: z.enum(['check', 'auto']).default('check'),
  LRS_URL: httpsUrl,
  LRS_CERTIFICATE: path,
  LRS_CERTIFICATE_PASSWORD: z.string().optional(),
  LRS_CERTIFICATE_KEY: path.optional(),
  LRS_CA: path.optional(),
  LRS_UKPRN: text,
  LRS_PASSWORD: text,
  LRS_VENDOR_ID: z.string().regex(/^\d{1,9}$/, 'must be a whole number'),
  LRS_USERNAME: text,
  LRS_INVOKING_ORGANISATION: text.optional(),
  LRS_USER_TYPE: z.enum(['LNR', 'ORG', 'SER']).default('ORG'),
  LRS_LANGUAGE: text.default('ENG'),
  LRS_SEND_DATE_OF_BIRTH: onOff('off'),
  LRS_BATCH_SIZE: whole(20, 1, 200),
  LRS_TIMEOUT_MS: whole(30_000, 100, 600_000),
  LRS_REQUIRE_NOTICE: onOff('off'),
  /** Node’s own; named because LRS needs it beside LRS_CA (lrsOptions.ts). */
  NODE_EXTRA_CA_CERTS: path.optional(),
  HTTPS_PROXY: httpUrl.optional(),
  NO_PROXY: z.string().optional(),
  AUTH_ISSUER: httpUrl,
  AUTH_AUDIENCE: text,
  AUTH_CLIENT_ID: text,
  AUTH_SCOPE: text,
  AUTH_ADMIN_ROLE: text.default('Attainments.Admin'),
  AUTH_USER_ROLE: text.default('Attainments.User'),
  DEFAULT_ATTAINMENT_TYPE: text.max(10, 'must be at most 10 characters, as ebs stores it'),
  OFFICE_JS_URL: httpsUrl.default('https://appsforoffice.microsoft.com/lib/1/hosted/office.js'),
  VISIBLE_ORGANISATIONS: path.optional(),
  TRAIL_KEY: text.optional(),
  METRICS_PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(1, 'must be a port number')
    .max(65_535, 'must be a port number')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LICENCES: list,
  ROW_KEY_SECRET: z
    .string()
    .transform((secrets) => secrets.split(',').map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.length <= 2 && secrets.every((secret) => secret.length >= 32),
      'must be a text of at least 32 characters, or two with a comma between, the newest first',
    ),
  ROW_KEY_HOURS: whole(24, 1, 24 * 365),
  RECHECK_AFTER_MINUTES: whole(60, 0),
  SESSION_IN_SAVED_WORKBOOK: z.enum(['ask', 'allow', 'refuse']).default('ask'),
  RATE_LIMIT_PER_MINUTE: whole(600, 1),
  DOWNLOADS_AT_ONCE: whole(4, 1),
  UNDO_DAYS: whole(30, 0),
  TRAIL_DAYS: whole(2190, 1),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// address' }).optional(),
})

export type Environment = z.infer<typeof environmentSchema>
export type EnvironmentName = keyof Environment
