import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { XMLParser } from 'fast-xml-parser'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'manifest.xml'), 'utf8')

type Element = Readonly<Record<string, unknown>>

const parsed = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => ['Group', 'Control', 'bt:Image', 'bt:Url', 'bt:String', 'Set'].includes(name),
}).parse(text) as { OfficeApp: Element }
const app = parsed.OfficeApp

const at = (element: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Element | undefined)?.[name], element)

const version = at(app, 'VersionOverrides')
const resources = new Map(
  ['bt:Images/bt:Image', 'bt:Urls/bt:Url', 'bt:ShortStrings/bt:String', 'bt:LongStrings/bt:String']
    .flatMap((path) => at(version, 'Resources', ...path.split('/')) as Element[])
    .map((resource) => [resource['@id'], resource['@DefaultValue']]),
)
const tab = at(
  version,
  'Hosts',
  'Host',
  'DesktopFormFactor',
  'ExtensionPoint',
  'CustomTab',
) as Element
const [group] = at(tab, 'Group') as Element[]
const [button] = at(group, 'Control') as Element[]
const words = (element: unknown) => resources.get(at(element, 'Label', '@resid'))

function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file)
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe('manifest.xml', () => {
  it('shows the ribbon of surface.md', () => {
    expect(words(tab)).toBe('ebs')
    expect(words(group)).toBe('Attainments (PLR)')
    expect(words(button)).toBe('Attainments (PLR)')
    expect(at(button, 'Action', '@xsi:type')).toBe('ShowTaskpane')
    expect(resources.get(at(button, 'Action', 'SourceLocation', '@resid'))).toBe(
      'https://localhost:3000/taskpane.html',
    )
  })

  it('asks for Excel, ExcelApi 1.12 at most, and no more than reading and writing the document', () => {
    expect(at(app, 'Hosts', 'Host', '@Name')).toBe('Workbook')
    const sets = at(app, 'Requirements', 'Sets', 'Set') as Element[]
    expect(sets).toEqual([{ '@Name': 'ExcelApi', '@MinVersion': '1.12' }])
    expect(app.Permissions).toBe('ReadWriteDocument')
  })

  it('names only addresses of its own, so that one replacement moves all of them', () => {
    const addresses = [...text.matchAll(/"(https?:[^"]+)"/g)].map(([, address]) => address ?? '')
    const own = addresses.filter((address) => !address.startsWith('http://'))
    expect(own.length).toBeGreaterThan(5)
    for (const address of own) expect(address).toMatch(/^https:\/\/localhost:3000(\/|$)/)
    const namespaces = addresses.filter((address) => address.startsWith('http://'))
    for (const namespace of namespaces) {
      expect(namespace).toMatch(/^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//)
    }
  })

  it.each([16, 32, 80])('has an icon of %i px', (size) => {
    const image = (at(button, 'Icon', 'bt:Image') as Element[]).find(
      (candidate) => candidate['@size'] === String(size),
    )
    const address = String(resources.get(at(image, '@resid')))
    const file = new URL(address).pathname.replace('/assets/', 'src/assets/')
    expect(pngSize(join(root, file))).toEqual([size, size])
  })

  it('uses every resource it defines and defines every resource it uses', () => {
    const used = new Set([...text.matchAll(/resid="([^"]+)"/g)].map(([, id]) => id))
    expect([...used].sort()).toEqual([...resources.keys()].sort())
  })
})
