import type { HostSurface } from './surface.ts'

/** What the services do to the page. */
export type ServicePage = Pick<HostSurface, 'showPane' | 'openWorkbook'>

/** What became of one call of a service. */
export type ServiceOutcome =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'missing' }

const done = (value: unknown): ServiceOutcome => ({ kind: 'done', value })
/** A member the services do not have here. */
const missing: ServiceOutcome = { kind: 'missing' }

type ServiceMethod = (page: ServicePage, args: readonly unknown[]) => ServiceOutcome

/** What the services can do: `Service.Method` → what it does and answers. */
const methods: Readonly<Record<string, ServiceMethod>> = {
  'AddinInternalService.NotifyActionHandlerReady': () => done(null),
  'AppRuntimeService.SetAppRuntimeState': (page, [state]) => {
    page.showPane(state === 'Visible')
    return done(null)
  },
  'AppRuntimePersistenceService.SetAppRuntimeStartState': () => done(null),
  'AppRuntimePersistenceService.GetAppRuntimeStartState': () => done('Inactive'),
  // `Excel.createWorkbook`. A file to open in it, given as base64, is not played.
  'WacWorkbook.CreateAndOpenWorkbook': (page, [file]) => {
    if (typeof file === 'string') return missing
    if (page.openWorkbook()) return done(null)
    const message = 'The browser did not let the window of the new workbook open.'
    return { kind: 'refused', code: 'GeneralException', message }
  },
}

/** Calls `Service.Method`. */
export const callService = (
  member: string,
  page: ServicePage,
  args: readonly unknown[],
): ServiceOutcome => methods[member]?.(page, args) ?? missing
