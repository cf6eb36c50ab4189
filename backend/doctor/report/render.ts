import type { Finding, Level, Section } from './finding.ts'

const width = 100
const marks: Readonly<Record<Level, string>> = {
  ok: 'ok',
  note: 'note',
  warning: 'WARNING',
  problem: 'PROBLEM',
}
const margin = 2 + Math.max(...Object.values(marks).map((mark) => mark.length)) + 2

/** The findings as a text for people: a heading for each subject, and a count at the end. */
export function render(sections: readonly Section[]): string {
  const parts = sections
    .filter(({ findings }) => findings.length > 0)
    .map(({ title, findings }) => [title, ...findings.map(renderFinding)].join('\n'))
  return `${[...parts, summary(sections)].join('\n\n')}\n`
}

function renderFinding({ level, what, detail, action }: Finding): string {
  const lines = [
    ...wrapped(what),
    ...(detail === null ? [] : wrapped(detail)),
    ...(action === null ? [] : wrapped(`→ ${action}`)),
  ]
  return lines
    .map((line, at) => `${at === 0 ? `  ${marks[level]}` : ''}`.padEnd(margin) + line)
    .join('\n')
}

/** Breaks lines at blanks; lines that the text has already stay. */
function wrapped(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = []
    let current = ''
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + 1 + word.length > width - margin) {
        lines.push(current)
        current = word
      } else current = current === '' ? word : `${current} ${word}`
    }
    return [...lines, current]
  })
}

function summary(sections: readonly Section[]): string {
  const all = sections.flatMap(({ findings }) => findings)
  const count = (level: Level) => all.filter((finding) => finding.level === level).length
  const some = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`
  const counted = [
    some(count('problem'), 'problem'),
    some(count('warning'), 'warning'),
    some(count('note'), 'note'),
  ].join(', ')
  const verdict =
    count('problem') === 0
      ? 'Nothing stands in the way of running.'
      : 'The backend does not work, or not rightly, until every PROBLEM is mended.'
  return `${counted}; ${count('ok')} things are as they should be. ${verdict}`
}
