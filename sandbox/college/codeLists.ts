import { plrType } from './attainments.ts'
import type { EbsRow } from './college.ts'
import { schools, thisCollege } from './schools.ts'

const verifier = (domain: string, value: string, short: string, active = 'Y'): EbsRow => ({
  rv_domain: domain,
  low_value: value,
  fes_short_description: short,
  fes_long_description: short,
  fes_active: active,
})

const attainmentTypes = [
  [plrType, 'Prior attainment (PLR)'],
  ['GCSE', 'GCSE'],
  ['ALEVEL', 'A level'],
  ['BTEC', 'BTEC'],
  ['FSKILLS', 'Functional Skills'],
  ['OTHER', 'Other prior attainment'],
] as const

/** People who sign in; `name` is what ebs stamps into its audit columns. */
const users = [
  ['ADMIN', 'admin@college.example', 'Y'],
  ['USER', 'user@college.example', 'Y'],
  ['LEAVER', 'leaver@college.example', 'N'],
  ['PLRIMPORT', null, 'Y'],
] as const

/** Code lists, settings and users: the small tables around the learners. */
export const codeTables: Readonly<Record<string, readonly EbsRow[]>> = {
  verifiers: [
    ...attainmentTypes.map(([code, name]) => verifier('ATTAINMENT_TYPE', code, name)),
    verifier('ATTAINMENT_TYPE', 'NVQOLD', 'NVQ (before 2010)', 'N'),
    verifier('SEX', 'F', 'Female'),
    verifier('SEX', 'M', 'Male'),
    verifier('LRS_ABILITY_TO_SHARE', '0', 'Notice not seen'),
    verifier('LRS_ABILITY_TO_SHARE', '1', 'Notice seen, share'),
    verifier('LRS_ABILITY_TO_SHARE', '2', 'Notice seen, unable to share'),
    verifier('PROGRESS_STATUS', 'A', 'Active'),
    verifier('PROGRESS_STATUS', 'C', 'Completed'),
  ],
  schools: schools.map(({ code, name }) => ({ school_code: code, full_name: name })),
  users: users.map(([name, external_ref, enabled]) => ({
    name,
    external_ref,
    enabled,
    locked_until: null,
  })),
  web_config: [
    ['PLR_DEFAULT_ATTAINMENT_TYPE', plrType],
    ['PLR_REFERENCE', thisCollege.ukprn],
    ['PLR_BATCH_SIZE', '20'],
    ['PLR_VENDOR_ID', '99'],
  ].map(([parameter = '', parameter_value = '']) => ({
    parameter,
    parameter_value,
    restrict_to_licence: 'AttainmentsPLRImport',
  })),
}
