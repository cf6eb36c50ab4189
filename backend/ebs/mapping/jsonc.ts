import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser'
import type * as z from 'zod'
import type { core } from 'zod'

/** Something wrong with a file that its shape alone does not show. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly detail: string
}

/** The content of a file, or everything that is wrong with it, each with the line at fault. */
export type ReadJson<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

/** Reads JSON in which comments and trailing commas are allowed, and holds it against a shape. */
export function readJsonc<Value>(
  text: string,
  fileName: string,
  shape: z.ZodType<Value>,
  check: (value: Value) => readonly Fault[] = () => [],
): ReadJson<Value> {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  if (errors.length > 0 || tree === undefined) {
    const problems = errors.map(({ error, offset }) =>
      line(text, fileName, offset, `is no JSON: ${printParseErrorCode(error)}`),
    )
    return { kind: 'wrong', problems }
  }
  const parsed = shape.safeParse(getNodeValue(tree))
  const faults = parsed.success ? check(parsed.data) : parsed.error.issues.flatMap(faultsOf)
  if (parsed.success && faults.length === 0) return { kind: 'value', value: parsed.data }
  return {
    kind: 'wrong',
    problems: faults.map(({ path, detail }) =>
      line(text, fileName, offsetOf(tree, path), `${path.join('.')} ${detail}`),
    ),
  }
}

/** Of a choice between shapes the issues of the nearest shape; of unknown names each name. */
function faultsOf(issue: core.$ZodIssue): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], detail: 'is not a name known here' }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const sameKind = issue.errors.filter((issues) => !issues.some(isOtherKind))
    const nearest = (sameKind.length > 0 ? sameKind : issue.errors).reduce((one, other) =>
      other.length < one.length ? other : one,
    )
    return nearest.flatMap(faultsOf).map((fault) => ({ ...fault, path: [...path, ...fault.path] }))
  }
  return [{ path, detail: `is wrong: ${issue.message}` }]
}

/** The value is of another kind than the shape altogether: a text for an object. */
function isOtherKind({ code, path }: core.$ZodIssue): boolean {
  return code === 'invalid_type' && path.length === 0
}

/** Where a value stands, or the nearest thing around it that is there. */
function offsetOf(tree: Node, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    // Of a property the name, which is where people look.
    if (node) return node.parent?.type === 'property' ? node.parent.offset : node.offset
  }
  return tree.offset
}

function line(text: string, fileName: string, offset: number, problem: string): string {
  return `${fileName}, line ${text.slice(0, offset).split('\n').length}: ${problem}.`
}
