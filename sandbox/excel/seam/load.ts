import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, Script } from 'node:vm'
import type { EventEntry } from '../richapi/answer.ts'
import type { RichApi } from '../richapi/create.ts'
import { isSupported, REQUIREMENT_SETS } from '../richapi/requirements.ts'
import { stubWindow } from './window.ts'

export interface OfficeJsOptions {
  readonly richApi: RichApi
  /** Set → version that the host claims; what is named here wins over the usual ones. */
  readonly requirementSets?: Readonly<Record<string, string>>
  /** Further members of `Office.context`, e.g. `document` or `ui`. */
  readonly context?: Readonly<Record<string, unknown>>
}

/** The library's globals, as an add-in finds them after `Office.onReady`. */
export interface OfficeJs {
  readonly Excel: typeof Excel
  readonly Office: typeof Office
  readonly OfficeExtension: typeof OfficeExtension
}

let compiled: Script | null = null

/** The library as it was published, compiled once. */
const library = (): Script => {
  if (compiled) return compiled
  const path = createRequire(import.meta.url).resolve(
    '@microsoft/office-js/dist/excel-web-16.00.debug.js',
  )
  compiled = new Script(readFileSync(path, 'utf8'), { filename: path })
  return compiled
}

const delivered = (entries: readonly EventEntry[]): object => ({
  entries: entries.map(([messageCategory, messageType, targetId, message, id, isRemote]) => ({
    messageCategory,
    messageType,
    targetId,
    message,
    id,
    isRemoteOverride: isRemote,
  })),
})

/**
 * Evaluates the unmodified office.js in plain Node, with a workbook in the place of Excel. Every
 * request of the library goes through `richApi`, and its events come back; there is no page and no
 * message channel. Each call loads a library of its own.
 */
export const loadOfficeJs = async (options: OfficeJsOptions): Promise<OfficeJs> => {
  const { richApi } = options
  const sets = { ...REQUIREMENT_SETS, ...options.requirementSets }
  const window = createContext(stubWindow())
  library().runInContext(window)
  const { OSF, Office, Excel, OfficeExtension } = window

  OSF.DDA.RichApi = {
    executeRichApiRequestAsync: (request: unknown[], callback: (result: object) => void): void => {
      const [, , , , body, , flags] = request
      richApi.execute(String(body), Number(flags)).then(
        (answer) => {
          if (answer.kind === 'service-error') {
            callback({ status: 'failed', error: { code: answer.error, message: '' } })
          } else {
            callback({ status: 'succeeded', value: { data: [answer.status, [], answer.body] } })
          }
        },
        (error: unknown) => {
          callback({ status: 'failed', error: { code: 5001, message: String(error) } })
        },
      )
    },
    richApiMessageManager: {
      register: (handler: (message: object) => void): Promise<void> => {
        richApi.onEvents((entries) => {
          handler(delivered(entries))
        })
        return Promise.resolve()
      },
      removeHandlerAsync: (_name: string, _options: object, callback: (result: object) => void) => {
        callback({ status: 'succeeded' })
      },
    },
  }
  const ready = Promise.resolve({ host: 'Excel', platform: 'OfficeOnline' })
  const context = {
    host: 'Excel',
    platform: 'OfficeOnline',
    contentLanguage: 'en-GB',
    displayLanguage: 'en-GB',
    diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0.15407.0' },
    requirements: {
      isSetSupported: (name: string, version?: string) => isSupported(sets, name, version),
    },
    ...options.context,
  }
  // In a page the loader, office.js, owns these two; here is no page, and so no loader.
  OSF._OfficeAppFactory = { getContext: () => context }
  Office.onReady = (callback?: (info: unknown) => void) => {
    if (callback) void ready.then(callback)
    return ready
  }
  await ready
  return { Excel, Office, OfficeExtension }
}
