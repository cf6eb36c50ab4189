import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findFile } from './files.ts'

const root = mkdtempSync(join(tmpdir(), 'plr-files-'))
const folder = join(root, 'public')

beforeAll(() => {
  mkdirSync(join(folder, 'deep'), { recursive: true })
  writeFileSync(join(folder, 'page.js'), 'let a')
  writeFileSync(join(folder, 'deep/icon.svg'), '<svg/>')
  writeFileSync(join(root, 'secret'), 'no')
  mkdirSync(`${folder}-beside`)
  writeFileSync(join(`${folder}-beside`, 'secret'), 'no')
})
afterAll(() => rmSync(root, { recursive: true }))

describe('findFile', () => {
  it.each([
    ['page.js', 'text/javascript; charset=utf-8', 5],
    ['deep/icon.svg', 'image/svg+xml', 6],
  ])('finds %s', async (path, type, length) => {
    expect(await findFile(folder, path)).toMatchObject({ type, length })
  })

  it.each([
    '../secret',
    'deep/../../secret',
    '../public-beside/secret',
    'deep',
    '',
    'none.js',
    'a\0b',
  ])('does not find %j', async (path) => {
    expect(await findFile(folder, path)).toBeNull()
  })
})
