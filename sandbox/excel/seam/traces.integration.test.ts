import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { parseArea } from '../model/address.ts'
import { select } from '../model/select.ts'
import { createWorkbook, findSheet } from '../model/sheets.ts'
import { createRichApi, type RichApi } from '../richapi/create.ts'
import { loadOfficeJs, type OfficeJs } from './load.ts'

/**
 * Recorded runs of the library (Chromium, office.js 1.1.110). The code of each is run again here;
 * results, errors and the body of every answer must be those recorded, up to the ids given out.
 */
interface Trace {
  readonly name: string
  readonly code: string
  readonly result?: unknown
  readonly caught?: { code: string; message: string; errorLocation: string }
  readonly responses: unknown[]
}

const recorded: Trace[] = JSON.parse(
  readFileSync(new URL('./traces.json', import.meta.url), 'utf8'),
)

/** The recording model answered with the first cell's fill where a range's cells differ; Excel: null. */
const traces = recorded.map((trace) =>
  trace.name === '31-load-options'
    ? JSON.parse(
        JSON.stringify(trace)
          .replace('"Fill":{"Color":"#FFFFFF"}', '"Fill":{"Color":null}')
          .replace('"T!A1:B2","#FFFFFF"', '"T!A1:B2",null'),
      )
    : trace,
)

/** What is not played; the add-in must be told so. */
const NOT_PLAYED: Record<string, string> = { '35-comments': 'Workbook.Comments' }

/** Ids by the order in which they come up. */
const canonical = (bodies: unknown): unknown => {
  const seen = new Map<string, string>()
  const text = JSON.stringify(bodies, (name, value: unknown) => {
    if (typeof value !== 'string') return value
    if (!/^(\{[-0-9A-F]+\}|\{C[FMR]\d+\}|ref\d+)$/.test(value)) return value
    seen.set(value, seen.get(value) ?? `${name === '_ReferenceId' ? 'ref' : 'id'}${seen.size}`)
    return seen.get(value)
  })
  return text === undefined ? null : JSON.parse(text)
}

describe('the recorded runs of office.js', () => {
  const workbook = createWorkbook({ dateOrder: 'mdy', thisYear: 2026 })
  const answers: unknown[] = []
  const window = {}
  let office: OfficeJs

  const recording = (richApi: RichApi): RichApi => ({
    ...richApi,
    execute: async (body, flags) => {
      const answer = await richApi.execute(body, flags)
      answers.push(answer.kind === 'body' ? JSON.parse(answer.body) : answer)
      return answer
    },
  })

  const run = async (trace: Trace): Promise<unknown> => {
    answers.length = 0
    const make = new Function('Excel', 'window', `return ${trace.code}`)
    const made: unknown = make(office.Excel, window)
    const result = await (typeof made === 'function' ? made() : made)
    // The library tidies up in the background.
    await new Promise((resolve) => setTimeout(resolve, 2))
    return result
  }

  beforeAll(async () => {
    office = await loadOfficeJs({ richApi: recording(createRichApi(workbook)) })
  })

  for (const trace of traces) {
    it(trace.name, async () => {
      if (/^(24|45)/.test(trace.name)) {
        const sheet = findSheet(workbook, 'T')
        select(workbook, sheet!, [parseArea('A2:B3')!, parseArea('A5:B5')!])
      }
      const missing = NOT_PLAYED[trace.name]
      if (missing !== undefined) {
        await expect(run(trace)).rejects.toMatchObject({
          code: 'ApiNotFound',
          message: expect.stringContaining(missing),
        })
        return
      }
      if (trace.caught) {
        const { code, message, errorLocation } = trace.caught
        const debugInfo = { errorLocation }
        await expect(run(trace)).rejects.toMatchObject(
          trace.responses.length > 0 ? { code, message, debugInfo } : { code },
        )
        await new Promise((resolve) => setTimeout(resolve, 2))
      } else expect(canonical(await run(trace))).toEqual(canonical(trace.result))
      expect(canonical(answers)).toEqual(canonical(trace.responses))
    })
  }
})
