import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { stopCodes } from './code.ts'
import { allCodes, explain } from './codes.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

describe('the table of codes', () => {
  it('holds each code once', () => {
    const codes = allCodes.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is the table of the README', () => {
    for (const { code, meaning, concern } of allCodes) {
      const row = new RegExp(`^\\| ${code} +\\| (.*?) +\\| ${concern} `, 'm').exec(readme)
      expect([code, row?.[1]]).toEqual([code, meaning])
    }
    for (const code of stopCodes) expect(readme).toContain(`\`${code}\``)
  })

  it('never repeats a call with credentials that LRS refused, nor one that ends the download', () => {
    for (const { repeatable, stops } of allCodes) {
      if (stops !== undefined) expect(repeatable).toBeUndefined()
    }
    expect(explain('WSEC0005')).toMatchObject({ stops: 'lrs-password-refused' })
  })

  it('calls a code that it does not hold unknown', () => {
    expect(explain('WSEC7777').meaning).toMatch(/does not know/)
  })
})
