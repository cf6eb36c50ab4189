import { expect, it } from '@jest/globals'
import { hasProblem, note, ok, problem, warning } from './finding.ts'
import { render } from './render.ts'

const sections = [
  { title: 'Nothing to say', findings: [] },
  {
    title: 'ebs',
    findings: [
      ok('It is there'),
      warning('It is odd', 'a\nb', 'Look at it.'),
      problem('It is wrong', null, `Mend ${'this and '.repeat(12)}that.`),
    ],
  },
]

it('says each finding with what to do, wraps long lines, and counts', () => {
  expect(render(sections)).toBe(`ebs
  ok       It is there
  WARNING  It is odd
           a
           b
           → Look at it.
  PROBLEM  It is wrong
           → Mend this and this and this and this and this and this and this and this and this and
           this and this and this and that.

1 problem, 1 warning, 0 notes; 1 things are as they should be. The backend does not work, or not rightly, until every PROBLEM is mended.
`)
})

it('knows a problem from a warning', () => {
  expect(hasProblem(sections)).toBe(true)
  expect(hasProblem([{ title: '', findings: [note('n'), warning('w', null, 'a')] }])).toBe(false)
  expect(render([{ title: 't', findings: [warning('w', null, 'a')] }])).toContain(
    'Nothing stands in the way of running.',
  )
})
