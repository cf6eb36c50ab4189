import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, expect, it } from '@jest/globals'
import { writeEnvironmentFile } from './environmentFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('can be read back to the letter by its owner alone, without what is the machine’s', async () => {
  const path = join(folder, 'backend.env')
  const own = { A: 'C:\\new folder', B: "it's (odd) #1", C: '"quoted" and \'both\'', D: '' }
  await writeEnvironmentFile(path, { ...own, PATH: '/bin', HOME: '/root' })
  expect(parseEnv(readFileSync(path, 'utf8'))).toEqual(own)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})
