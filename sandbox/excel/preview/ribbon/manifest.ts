/** A button of the add-in's ribbon group. */
export interface RibbonButton {
  id: string
  label: string
  tip: string
  /** Address of the icon, or null. */
  icon: string | null
  large: boolean
  action: { kind: 'show-pane' } | { kind: 'run'; functionName: string }
}

export interface RibbonGroup {
  id: string
  label: string
  buttons: readonly RibbonButton[]
}

export interface RibbonTab {
  id: string
  label: string
  groups: readonly RibbonGroup[]
}

/** What the preview reads from an add-in's manifest. */
export interface Manifest {
  id: string
  name: string
  appDomains: readonly string[]
  /** The add-in's own tabs; groups it puts on a tab of Excel's stand under that tab's id. */
  tabs: readonly RibbonTab[]
  /** The page of the function commands, or null. */
  functionFile: string | null
}

const named = (parent: ParentNode, name: string): Element[] =>
  [...parent.querySelectorAll('*')].filter(({ localName }) => localName === name)
const child = (parent: Element, name: string): Element | undefined =>
  [...parent.children].find(({ localName }) => localName === name)
const children = (parent: Element | undefined, name: string): Element[] =>
  parent ? [...parent.children].filter(({ localName }) => localName === name) : []
const value = (element: Element | undefined): string =>
  element?.getAttribute('DefaultValue') ?? element?.textContent ?? ''

/** Resources by id: texts, addresses, images. */
const resources = (manifest: Document): Map<string, string> =>
  new Map(
    named(manifest, 'Resources')
      .flatMap((list) => [...list.querySelectorAll('[id]')])
      .map((entry) => [entry.getAttribute('id') ?? '', value(entry)]),
  )

function readButton(control: Element, texts: Map<string, string>, large: boolean): RibbonButton {
  const text = (element: Element | undefined) =>
    texts.get(element?.getAttribute('resid') ?? '') ?? ''
  const supertip = child(control, 'Supertip')
  const images = children(child(control, 'Icon'), 'Image')
  const size = large ? '32' : '16'
  const image = images.find((one) => one.getAttribute('size') === size) ?? images[0]
  const action = child(control, 'Action')
  const functionName = value(action && child(action, 'FunctionName'))
  return {
    id: control.getAttribute('id') ?? '',
    label: text(child(control, 'Label')),
    tip: supertip ? text(child(supertip, 'Description')) : '',
    icon: image ? text(image) : null,
    large,
    action: functionName === '' ? { kind: 'show-pane' } : { kind: 'run', functionName },
  }
}

function readTab(tab: Element, texts: Map<string, string>): RibbonTab {
  const label = (element: Element) =>
    texts.get(child(element, 'Label')?.getAttribute('resid') ?? '') ?? ''
  return {
    id: tab.getAttribute('id') ?? '',
    label: label(tab),
    groups: children(tab, 'Group').map((group) => ({
      id: group.getAttribute('id') ?? '',
      label: label(group),
      buttons: children(group, 'Control').map((control, _index, all) =>
        readButton(control, texts, all.length < 3),
      ),
    })),
  }
}

/**
 * Reads an add-in-only manifest (XML).
 * @throws when the text is not one; says what is missing.
 */
export function readManifest(xml: string): Manifest {
  const manifest = new DOMParser().parseFromString(xml, 'application/xml')
  const app = manifest.documentElement
  if (app.localName !== 'OfficeApp') {
    throw new Error('The manifest cannot be read: its first element is not OfficeApp.')
  }
  const texts = resources(manifest)
  const point = named(manifest, 'ExtensionPoint').find(
    (one) => one.getAttribute('xsi:type') === 'PrimaryCommandSurface',
  )
  const functions = named(manifest, 'FunctionFile')[0]?.getAttribute('resid')
  return {
    id: value(child(app, 'Id')).trim(),
    name: value(child(app, 'DisplayName')),
    appDomains: named(manifest, 'AppDomain').map(({ textContent }) => textContent.trim()),
    tabs: ['OfficeTab', 'CustomTab']
      .flatMap((name) => children(point, name))
      .map((tab) => readTab(tab, texts)),
    functionFile: functions ? (texts.get(functions) ?? null) : null,
  }
}
