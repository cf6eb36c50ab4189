import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { stopCodes } from '../backend/lrs/codes/code.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The codes that the files of a room give. */
const codesOf = (room: string): readonly string[] =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => [...read(join(room, path)).matchAll(/\bcode: '([a-z-]+)'/g)])
    .map(([, code = '']) => code)

it('every code that the backend answers with is in docs/errors.md, and no other', () => {
  const given = new Set([...codesOf('backend/http'), ...codesOf('backend/plr/update')])
  const told = [...read('docs/errors.md').matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(
    ([, code]) => code,
  )
  const notCodes = ['code', 'detail', 'failed', 'instance', 'same-as']
  expect([...given].sort()).toEqual(
    [...new Set(told)].filter((code) => !notCodes.includes(code ?? '')).sort(),
  )
})

it('every code by which LRS ends a download is in backend/lrs/README.md', () => {
  const told = read('backend/lrs/README.md')
  expect(stopCodes.filter((code) => !told.includes(`\`${code}\``))).toEqual([])
})
