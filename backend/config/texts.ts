import { readFileSync } from 'node:fs'
import { utf8Text } from './utf8.ts'

/** The environment as a process gets it. */
export type Env = Readonly<Record<string, string | undefined>>

/** The texts of some names of the environment. */
export interface Texts {
  /** By name; undefined where a name is not set. */
  readonly values: Env
  /** Names that are set by a `NAME_FILE` which gives no text: no further word about them is needed. */
  readonly lost: ReadonlySet<string>
  readonly problems: readonly string[]
}

/** Takes names from the environment, each as it stands or from the file that `NAME_FILE` gives. */
export function readTexts(names: readonly string[], env: Env): Texts {
  const values: Record<string, string | undefined> = {}
  const lost = new Set<string>()
  const problems: string[] = []
  for (const name of names) {
    const direct = present(env[name])
    const file = present(env[`${name}_FILE`])
    values[name] = direct
    if (file === undefined) continue
    if (direct !== undefined) {
      problems.push(`${name} and ${name}_FILE are both set; keep one`)
      continue
    }
    const read = textOf(file)
    if ('problem' in read) {
      lost.add(name)
      problems.push(`${name}_FILE names a file that ${read.problem}`)
    } else values[name] = present(read.text.replace(/\r?\n$/, ''))
  }
  return { values, lost, problems }
}

function textOf(path: string): { readonly text: string } | { readonly problem: string } {
  try {
    const text = utf8Text(readFileSync(path))
    return text === undefined ? { problem: 'is not text in UTF-8' } : { text }
  } catch {
    return { problem: 'cannot be read' }
  }
}

/** Whether a name has a value, even one that could not be had. */
export const isSet = ({ values, lost }: Texts, name: string): boolean =>
  values[name] !== undefined || lost.has(name)

const present = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
