import * as z from 'zod/mini'
import type { MethodResult } from './result.ts'
import { serviceErrors } from './serviceErrors.ts'
import type { HostedWorkbook } from './workbook.ts'

const asked = z.object({ DdaGetBindingData: z.object({ CoerceType: z.string() }) })

/** `getSelectedDataAsync`: the selected values as a matrix, or as tab-separated text. */
export async function selectedData(workbook: HostedWorkbook, data: unknown): Promise<MethodResult> {
  const coercion = asked.safeParse(data)
  if (!coercion.success) return { Error: serviceErrors.invalidArgument }
  const values = await workbook.selectedValues()
  switch (coercion.data.DdaGetBindingData.CoerceType) {
    case 'matrix':
      return { Error: 0, Data: values }
    case 'text':
      return { Error: 0, Data: values.map((row) => row.join('\t')).join('\n') }
    default:
      return { Error: serviceErrors.coercionNotSupported }
  }
}
