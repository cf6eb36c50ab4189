import type { Closed } from './gate.ts'

/** The licence that the college states it holds (ebs's own name for it). */
export const licenceName = 'AttainmentsPLRImport'

export interface ClosedInputs {
  readonly licence: boolean
  readonly certificateExpires: Date | null
  readonly now: Date
  readonly supportContact: string
}

/** Why the feature is closed here, or null when it is open (surface.md, Closed). */
export function closedReason(inputs: ClosedInputs): Closed | null {
  const { licence, certificateExpires, now, supportContact } = inputs
  if (!licence) {
    return {
      code: 'licence-missing',
      detail: `The institution has not stated that it holds the licence ${licenceName}. Ask ${supportContact}.`,
    }
  }
  if (certificateExpires !== null && certificateExpires <= now) {
    return {
      code: 'certificate-expired',
      detail: `The certificate for the Learning Records Service expired on ${certificateExpires.toISOString().slice(0, 10)}. Ask ${supportContact} to install a new one.`,
    }
  }
  return null
}
