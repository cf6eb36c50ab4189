import { describe, expect, it } from '@jest/globals'
import { WorkbookError, workbookErrorCodes } from '../error.ts'
import { createQueue } from './queue.ts'
import { translate, workbookError } from './translate.ts'

describe('the queue to Excel', () => {
  it('runs one task at a time, in order, and goes on after a failure', async () => {
    const queue = createQueue(() => Promise.resolve())
    const seen: string[] = []
    const task = (name: string) => async () => {
      seen.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 1))
      seen.push(`${name} ends`)
      if (name === 'second') throw new Error('no')
      return name
    }
    const [first, second, third] = await Promise.allSettled(
      ['first', 'second', 'third'].map((name) => queue.run(task(name))),
    )
    expect(seen).toEqual(
      ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    )
    expect([first?.status, second?.status, third?.status]).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  it('gives the page a turn after each task', async () => {
    let turns = 0
    const queue = createQueue(() => {
      turns += 1
      return Promise.resolve()
    })
    await queue.run(() => Promise.resolve())
    await queue.run(() => Promise.resolve())
    expect(turns).toBe(1)
  })
})

describe('what Excel refuses', () => {
  it.each([
    ['InvalidOperationInCellEditMode', 'cell-edit'],
    ['AccessDenied', 'protected'],
    ['ActivityLimitReached', 'busy'],
    ['RequestPayloadSizeLimitExceeded', 'too-large'],
    ['InactiveWorkbook', 'other-workbook'],
    ['SomethingNew', 'unexpected'],
  ])('%s is %s to the pane', (code, ours) => {
    const cause = Object.assign(new Error('x'), { code })
    const error = translate(cause)
    expect(error).toBeInstanceOf(WorkbookError)
    expect(error.code).toBe(ours)
    expect(error.cause).toBe(cause)
  })

  it('says in every case what to do', () => {
    for (const code of workbookErrorCodes) {
      expect(workbookError(code).message).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('keeps an error of ours, and one that is no error at all', () => {
    const ours = workbookError('moved')
    expect(translate(ours)).toBe(ours)
    expect(translate('odd').code).toBe('unexpected')
  })
})
