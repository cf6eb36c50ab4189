/** The answer to the first question of every frame: who am I, and in what do I run? */
export interface AppContextParts {
  addinId: string
  addinName: string
  /** Origins, besides its own, to which the add-in may send a dialog. */
  appDomains: readonly string[]
  locale: string
  /** Empty while the workbook was never saved. */
  documentUrl: string
  /** Key and JSON text of the value, as the library keeps `document.settings`. */
  settings: readonly (readonly [string, string])[]
  requirementSets: Readonly<Record<string, string>>
  conversationId: string
  windowSize: { width: number; height: number }
}

const excelOnTheWeb = 16
const readWrite = 1

/** `_data` of the answer; the nine fields without which start-up throws come first. */
export function appContext(parts: AppContextParts): Record<string, unknown> {
  return {
    _id: parts.addinId,
    _appName: excelOnTheWeb,
    _appVersion: '16.01',
    _appUILocale: parts.locale,
    _dataLocale: parts.locale,
    _docUrl: parts.documentUrl,
    _clientMode: readWrite,
    _settings: parts.settings,
    _reason: 0,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: parts.conversationId,
    _appInstanceId: parts.conversationId,
    _touchEnabled: false,
    _commerceAllowed: false,
    _appMinorVersion: 0,
    _appDomains: parts.appDomains,
    _requirementMatrix: JSON.stringify(parts.requirementSets),
    _dialogRequirementMatrix: JSON.stringify({ DialogApi: '1.2', DialogOrigin: '1.1' }),
    _hostCustomMessage: null,
    _hostFullVersion: '16.0.18526.41005',
    _clientWindowHeight: parts.windowSize.height,
    _clientWindowWidth: parts.windowSize.width,
    _addinName: parts.addinName,
    _featureGates: {},
    _initialDisplayMode: 0,
    _wacHostEnvironment: '0',
  }
}

/** What this host can keep its word on; the Excel API's own version is the workbook's to say. */
export const hostRequirementSets: Readonly<Record<string, string>> = {
  AddinCommands: '1.1',
  DialogApi: '1.2',
  DialogOrigin: '1.1',
  DocumentEvents: '1.1',
  Selection: '1.1',
  Settings: '1.1',
}
