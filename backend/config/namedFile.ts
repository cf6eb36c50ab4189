import { readFileSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { errorText } from '../errorText.ts'
import { ok, wrong } from './checked.ts'
import type { Checked } from './checked.ts'

/**
 * Reads the file that a name of the environment gives. The path is not repeated: where a path
 * belongs, people have put the secret itself.
 */
export function readNamedFile(name: string, path: string): Checked<Buffer> {
  if (path.includes('-----BEGIN ')) {
    return wrong(`${name} holds the text of a file; it takes the path of the file`)
  }
  try {
    const content = readFileSync(path)
    return content.length === 0 ? wrong(`${name} names a file that is empty`) : ok(content)
  } catch (error) {
    return wrong(`${name} names a file that ${why(error, path)}`)
  }
}

/** What is wrong with the folder that a name of the environment gives. */
export function folderProblems(name: string, path: string): readonly string[] {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? []
    : [`${name} names a folder that is not there`]
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there: a part of its path is no folder',
  EACCES: 'this account may not read',
  EPERM: 'this account may not read',
  EISDIR: 'is a folder',
}

function why(error: unknown, path: string): string {
  const reason = reasons[errorText(error, 'code')] ?? 'cannot be read'
  return isAbsolute(path) ? reason : `${reason}; it is looked for from the working directory`
}
