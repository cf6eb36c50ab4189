import type { z } from 'zod'
import { environmentSchema } from './schema.ts'

/** The names that reach the ebs database; enough to look at it while others are still missing. */
export const ebsSchema = environmentSchema.pick({
  ENVIRONMENT_NAME: true,
  EBS_CLIENT: true,
  EBS_CONNECTION: true,
  EBS_CLIENT_LIB: true,
  EBS_SCHEMA: true,
  EBS_WRITE: true,
  LINK_SCHEMA: true,
  LINK_MIGRATE: true,
  DEFAULT_ATTAINMENT_TYPE: true,
  VISIBLE_ORGANISATIONS: true,
})
export type EbsSettings = z.infer<typeof ebsSchema>

/** The names that reach LRS. */
export const lrsSchema = environmentSchema.pick({
  LRS_URL: true,
  LRS_CERTIFICATE: true,
  LRS_CERTIFICATE_PASSWORD: true,
  LRS_CERTIFICATE_KEY: true,
  LRS_CA: true,
  LRS_VENDOR_ID: true,
  LRS_TIMEOUT_MS: true,
  NODE_EXTRA_CA_CERTS: true,
  HTTPS_PROXY: true,
  NO_PROXY: true,
})
export type LrsSettings = z.infer<typeof lrsSchema>

/** The names that reach the identity provider. */
export const identitySchema = environmentSchema.pick({
  AUTH_ISSUER: true,
  HTTPS_PROXY: true,
  NO_PROXY: true,
})
export type IdentitySettings = z.infer<typeof identitySchema>
