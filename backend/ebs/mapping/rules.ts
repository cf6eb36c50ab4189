import { readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { gradeScales, junkRules, readRules } from '../../plr/compare/rules/rules.ts'
import type { CompareRules } from '../../plr/compare/rules/rules.ts'
import type { MappingFile } from './file.ts'
import { readJsonc } from './jsonc.ts'
import type { ReadJson } from './jsonc.ts'

/** The comparison rules of a college: the shipped ones but for what the mapping file gives or names. */
export async function loadRules(
  given: MappingFile['rules'] = {},
  pathOf: (file: string) => string,
): Promise<ReadJson<CompareRules>> {
  const junk = await load(given.junk, 'rules.junk', junkRules, pathOf)
  const grades = await load(given.grades, 'rules.grades', gradeScales, pathOf)
  if (junk.kind === 'wrong' || grades.kind === 'wrong') {
    const problems = [junk, grades].flatMap((read) => (read.kind === 'wrong' ? read.problems : []))
    return { kind: 'wrong', problems }
  }
  const { policy } = given
  return { kind: 'value', value: readRules({ junk: junk.value, grades: grades.value, policy }) }
}

async function load<Rules extends object>(
  given: Rules | string | undefined,
  setting: string,
  shape: z.ZodType<Rules>,
  pathOf: (file: string) => string,
): Promise<ReadJson<Rules | undefined>> {
  if (typeof given !== 'string') return { kind: 'value', value: given }
  const path = pathOf(given)
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null
    ? { kind: 'wrong', problems: [`${path} (${setting} of the mapping) cannot be read.`] }
    : readJsonc(text, path, shape)
}
