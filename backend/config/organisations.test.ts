import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { readOrganisations } from './organisations.ts'

const folder = mkdtempSync(join(tmpdir(), 'plr-organisations-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'visible.json')

it('are those of the file by group, and none are named without it', () => {
  writeFileSync(path, '{"a": ["ARTS", "SCI"], "b": []}')
  expect(readOrganisations(path)).toEqual({
    kind: 'ok',
    value: new Map([
      ['a', ['ARTS', 'SCI']],
      ['b', []],
    ]),
  })
  expect(readOrganisations(undefined)).toEqual({ kind: 'ok', value: undefined })
})

it('may begin with a byte order mark', () => {
  writeFileSync(path, '\uFEFF{"a": ["ARTS"]}')
  expect(readOrganisations(path)).toEqual({ kind: 'ok', value: new Map([['a', ['ARTS']]]) })
})

it.each(['{"a": ["ARTS"', '["ARTS"]', '{"a": "ARTS"}', '{"a": [""]}', 'null'])(
  'refuse %s',
  (text) => {
    writeFileSync(path, text)
    expect(readOrganisations(path)).toEqual({
      kind: 'wrong',
      problems: [expect.stringMatching(/^VISIBLE_ORGANISATIONS names a file that is not JSON/)],
    })
  },
)
