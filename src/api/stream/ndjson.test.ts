import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { lines } from './ndjson.ts'

async function read(pieces: readonly Uint8Array[]): Promise<string[]> {
  const waiting = [...pieces]
  const all: string[] = []
  const next = () => {
    const value = waiting.shift()
    return Promise.resolve(value ? { done: false, value } : { done: true })
  }
  for await (const line of lines(next)) all.push(line)
  return all
}

describe('lines of a byte stream', () => {
  it('come out whole wherever the bytes were cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }), n: fc.integer() })),
        fc.array(fc.nat(400)),
        async (frames, cuts) => {
          const bytes = new TextEncoder().encode(
            frames.map((each) => `${JSON.stringify(each)}\n`).join(''),
          )
          const places = [...cuts]
            .filter((at) => at < bytes.length)
            .sort((one, other) => one - other)
          const pieces = [0, ...places].map((at, index) =>
            bytes.slice(at, places[index] ?? bytes.length),
          )
          expect((await read(pieces)).map((line) => JSON.parse(line) as unknown)).toEqual(frames)
        },
      ),
    )
  })

  it('takes a last line without a newline and leaves blank lines out', async () => {
    expect(await read([new TextEncoder().encode('a\n\r\n\nb')])).toEqual(['a', 'b'])
  })
})
