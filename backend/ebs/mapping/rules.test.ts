import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attainment, facts, holdings } from '../../../tests/support/compareSamples.ts'
import { createComparer } from '../../plr/compare/comparer.ts'
import { readRules } from '../../plr/compare/rules/rules.ts'
import { readMapping } from './load.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mapping-rules-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const load = (text: string) =>
  readMapping('pg', text, join(folder, 'site.jsonc'), { attainmentType: 'PLR' })

/** The comparison of one event with one record, by the rules that a mapping file gives. */
async function compared(text: string, grade: string, inEbs: string | null) {
  const loaded = await load(text)
  if (loaded.kind === 'wrong') throw new Error(loaded.problems.join('\n'))
  const { mapping, rules } = loaded
  const compare = createComparer({ mapping: mapping.attainment, rules })
  const held = holdings(inEbs === null ? [] : [attainment('1', { GRADE: inEbs })])
  return compare([facts({ grade })], held, false)[0]
}

describe('the rules of a college', () => {
  it('are the shipped ones where its mapping file says nothing', async () => {
    const loaded = await load('{}')
    expect(loaded).toMatchObject({ kind: 'mapping', rules: readRules() })
    expect((await compared('{}', 'NO SHOW', null))?.status).toBe('Review')
  })

  it('take another policy', async () => {
    expect(await compared('{}', '7', '6')).toMatchObject({ status: 'Changed' })
    const policy = '{"rules": {"policy": "fill-blanks"}}'
    expect(await compared(policy, '7', '6')).toMatchObject({ status: 'Same' })
  })

  it('take junk rules that stand in the mapping file', async () => {
    const text = `{"rules": {"junk": {"titles": [], "grades": [
      // our awarding body’s own sign
      {"is": "zz", "reason": "Says nothing: the grade is ours", "on": true}, ]}}}`
    expect(await compared(text, 'ZZ', null)).toMatchObject({
      status: 'Review',
      reason: 'Says nothing: the grade is ours.',
    })
    expect(await compared(text, 'NO SHOW', null)).toMatchObject({ status: 'New' })
  })

  it('take scales from a file beside the mapping file', async () => {
    const scales = { about: 'ours', scales: [{ name: 'Ours', grades: ['Gold', 'Silver'] }] }
    await writeFile(join(folder, 'grades.json'), JSON.stringify(scales))
    const text = '{"rules": {"grades": "grades.json"}}'
    expect(await compared(text, 'silver', 'Gold')).toMatchObject({ status: 'Review' })
    expect(await compared(text, '4', '6')).toMatchObject({ status: 'Changed' })
  })
})

describe('wrong rules are refused with the file and line at fault', () => {
  const problemsOf = async (text: string): Promise<string> => {
    const loaded = await load(text)
    return loaded.kind === 'wrong' ? loaded.problems.join('\n') : ''
  }

  it('in the mapping file itself', async () => {
    expect(await problemsOf('{"rules": {\n "policy": "always"}}')).toMatch(
      /site\.jsonc, line 2: rules\.policy is wrong/,
    )
    expect(
      await problemsOf('{"rules": {"junk": {\n "titles": [],\n "grades": [{"isnt": "X"}]}}}'),
    ).toMatch(/site\.jsonc, line 3: rules\.junk\.grades\.0/)
  })

  it('in a file that it names', async () => {
    await writeFile(join(folder, 'junk.json'), '{\n "titles": [],\n "grade": []}')
    expect(await problemsOf('{"rules": {"junk": "junk.json"}}')).toMatch(
      /junk\.json, line 3: grade is not a name known here/,
    )
    expect(await problemsOf('{"rules": {"junk": "nowhere.json"}}')).toMatch(
      /nowhere\.json \(rules\.junk of the mapping\) cannot be read/,
    )
  })
})
