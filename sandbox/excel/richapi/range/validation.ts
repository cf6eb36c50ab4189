import { intersect, sameArea } from '../../model/area.ts'
import { notify } from '../../model/notify.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Place, Validation } from '../../model/state.ts'
import { recordArgument, truthArgument } from '../arguments.ts'
import type { Session } from '../session.ts'
import { describeClass, type Scalar, type WireObject } from '../wire.ts'
import { areaOf } from './place.ts'

const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  list: 'List',
  date: 'Date',
  time: 'Time',
  custom: 'Custom',
}

/** `Excel.DataValidation`: kept and read back; what a user types is not held against it. */
export const validationClass = ({ workbook }: Session): ((place: Place) => WireObject) => {
  const of = (place: Place): Validation | undefined =>
    place.sheet.validations.find((one) => intersect(one.area, areaOf(place)))
  const own = (place: Place): Validation => {
    const area = areaOf(place)
    const known = place.sheet.validations.find((one) => sameArea(one.area, area))
    if (known) return known
    const made = { area, rule: {}, prompt: null, errorAlert: null, ignoreBlanks: true }
    place.sheet.validations.push(made)
    return made
  }
  const kept = (name: 'prompt' | 'errorAlert'): Scalar<Place> => ({
    get: (place) => of(place)?.[name] ?? {},
    set: (place, value) => {
      own(place)[name] = recordArgument(value)
    },
  })
  return describeClass<Place>({
    type: 'DataValidation',
    scalars: {
      Rule: {
        get: (place) => of(place)?.rule ?? {},
        set: (place, value) => {
          const rule = recordArgument(value)
          if (!Object.keys(rule).every((name) => name in TYPES))
            throw new Refusal('InvalidArgument')
          own(place).rule = rule
          notify(workbook, { kind: 'layout', sheet: place.sheet })
        },
      },
      Type: {
        get: (place) => {
          const [name] = Object.keys(of(place)?.rule ?? {})
          return name === undefined ? 'None' : (TYPES[name] ?? 'None')
        },
      },
      Prompt: kept('prompt'),
      ErrorAlert: kept('errorAlert'),
      IgnoreBlanks: {
        get: (place) => of(place)?.ignoreBlanks ?? true,
        set: (place, value) => {
          own(place).ignoreBlanks = truthArgument(value)
        },
      },
    },
    actions: {
      Clear: (place) => {
        const area = areaOf(place)
        place.sheet.validations = place.sheet.validations.filter(
          (one) => !intersect(one.area, area),
        )
        notify(workbook, { kind: 'layout', sheet: place.sheet })
      },
    },
  })
}
