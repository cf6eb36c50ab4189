import { parseAreas } from '../../model/address.ts'
import type { Area } from '../../model/area.ts'
import { Refusal } from '../../model/refusal.ts'

/** The longest address that Excel reads. */
const LONGEST = 8_192

/** An argument with the addresses of several areas, without sheet names. */
export const areasArgument = (text: string): Area[] => {
  const areas = text.length > LONGEST ? null : parseAreas(text)
  if (!areas) throw new Refusal('InvalidArgument')
  return areas
}
