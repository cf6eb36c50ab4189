import { wordArgument } from './arguments.ts'
import type { Session } from './session.ts'
import { describeClass, type WireObject } from './wire.ts'

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const

/** `Excel.Application`. Suspending ends with the request; nothing is drawn in between anyway. */
export const applicationClass = ({ workbook }: Session): (() => WireObject) => {
  const recalculate = (): void => {
    workbook.revision += 1
  }
  const culture = describeClass<null>({
    type: 'CultureInfo',
    scalars: { Name: { get: () => (workbook.dateOrder === 'dmy' ? 'en-GB' : 'en-US') } },
    objects: {
      DatetimeFormat: () =>
        describeClass<null>({
          type: 'DatetimeFormatInfo',
          scalars: {
            DateSeparator: { get: () => '/' },
            TimeSeparator: { get: () => ':' },
            ShortDatePattern: {
              get: () => (workbook.dateOrder === 'dmy' ? 'dd/MM/yyyy' : 'M/d/yyyy'),
            },
            LongDatePattern: { get: () => 'dd MMMM yyyy' },
            LongTimePattern: { get: () => 'HH:mm:ss' },
          },
        })(null),
      NumberFormat: () =>
        describeClass<null>({
          type: 'NumberFormatInfo',
          scalars: {
            NumberDecimalSeparator: { get: () => '.' },
            NumberGroupSeparator: { get: () => ',' },
          },
        })(null),
    },
  })
  const application = describeClass<null>({
    type: 'Application',
    scalars: {
      CalculationMode: {
        get: () => workbook.calculationMode,
        set: (_, value) => {
          workbook.calculationMode = wordArgument(value, MODES)
        },
      },
      CalculationState: { get: () => 'Done' },
      CalculationEngineVersion: { get: () => 191_029 },
      DecimalSeparator: { get: () => '.' },
      ThousandsSeparator: { get: () => ',' },
      UseSystemSeparators: { get: () => true },
    },
    objects: { CultureInfo: () => culture(null) },
    actions: {
      Calculate: recalculate,
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
    },
  })
  return () => application(null)
}
