import { z } from 'zod'
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

const { shape } = environmentSchema
/** A value, or undefined where it is wrong: that is said of the environment as a whole. */
const ifRight = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** The names that lead to files and other texts to be judged, whatever is wrong with one of them. */
export const filesSchema = z.object({
  TLS_CERTIFICATE: ifRight(shape.TLS_CERTIFICATE),
  TLS_KEY: ifRight(shape.TLS_KEY),
  EBS_CLIENT: ifRight(shape.EBS_CLIENT),
  EBS_CONNECTION: ifRight(shape.EBS_CONNECTION),
  EBS_CLIENT_LIB: ifRight(shape.EBS_CLIENT_LIB),
  EBS_SCHEMA: ifRight(shape.EBS_SCHEMA),
  EBS_WRITE: ifRight(shape.EBS_WRITE),
  DEFAULT_ATTAINMENT_TYPE: ifRight(shape.DEFAULT_ATTAINMENT_TYPE),
  LRS_CERTIFICATE: ifRight(shape.LRS_CERTIFICATE),
  LRS_CERTIFICATE_PASSWORD: ifRight(shape.LRS_CERTIFICATE_PASSWORD),
  LRS_CERTIFICATE_KEY: ifRight(shape.LRS_CERTIFICATE_KEY),
  LRS_CA: ifRight(shape.LRS_CA),
  NODE_EXTRA_CA_CERTS: ifRight(shape.NODE_EXTRA_CA_CERTS),
  VISIBLE_ORGANISATIONS: ifRight(shape.VISIBLE_ORGANISATIONS),
})
export type FileSettings = z.infer<typeof filesSchema>
