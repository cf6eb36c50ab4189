import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { learnersIn, withAnswers, withDoubt, without, withRun, type Manifest } from './manifest.ts'
import { fromXml, manifestNamespace, toXml } from './xml.ts'

const empty: Manifest = {
  sessionId: 's-1',
  institution: '10001234',
  environment: 'train',
  dateSystem: 1900,
  runs: [],
  learners: new Map(),
}
const at = '2026-09-01T08:00:00.000Z'

describe('the manifest of a session', () => {
  it('tells who is wanted and whose answer stands in the sheet', () => {
    const run = withRun(empty, at, ['1', '2', '3'])
    const written = withAnswers(run, ['2', '3'])
    expect(learnersIn(written, 'wanted')).toEqual(['1'])
    expect(learnersIn(written, 'inSheet')).toEqual(['2', '3'])
    expect(learnersIn(withRun(written, at, ['3']), 'wanted').toSorted()).toEqual(['1', '3'])
    expect(withRun(written, at, ['3']).runs).toEqual([at, at])
    expect([...without(written, ['1', '2']).learners.keys()]).toEqual(['3'])
  })

  it('doubts only learners it knows', () => {
    const doubted = withDoubt(withAnswers(withRun(empty, at, ['1']), ['1']), ['1', '99'])
    expect([...doubted.learners]).toEqual([['1', 'wanted']])
  })

  it('is read back from its XML, whatever the texts', () => {
    const text = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(
        text,
        text,
        fc.uniqueArray(fc.nat().map(String)),
        (institution, environment, codes) => {
          const some = codes.slice(0, 3)
          const manifest = withAnswers(
            withRun({ ...empty, institution, environment }, at, codes),
            some,
          )
          const read = fromXml(toXml(manifest))
          expect(read.kind).toBe('manifest')
          if (read.kind !== 'manifest') return
          expect(new Map([...read.manifest.learners].sort())).toEqual(
            new Map([...manifest.learners].sort()),
          )
          expect({ ...read.manifest, learners: null }).toEqual({ ...manifest, learners: null })
        },
      ),
    )
  })

  it('is unreadable, and no more, when it holds a character that there is none of', () => {
    const xml = toXml({ ...empty, institution: 'A & B' }).replace('&amp;', '&#99999999;')
    expect(fromXml(xml)).toEqual({ kind: 'unreadable' })
  })

  it('survives another program writing the XML its own way', () => {
    const xml = toXml({ ...empty, institution: 'A & B <C>' })
    const rewritten = `<?xml version='1.0' standalone='no'?>\n${xml
      .replace('<session xmlns=', '<p:session xmlns:p=')
      .replace('</session>', '</p:session>')
      .replace(/"/g, '&quot;')
      .replace(/&quot;urn[^&]*&quot;/, `"${manifestNamespace}"`)
      .replace('A &amp; B', 'A &#38; B')}`
    const read = fromXml(rewritten)
    expect(read).toMatchObject({ kind: 'manifest', manifest: { institution: 'A & B <C>' } })
  })

  it('says when a later version wrote it, and when it is no manifest at all', () => {
    expect(fromXml(toXml(empty).replace('"format":1', '"format":2')).kind).toBe('later-format')
    expect(fromXml('<session>{}</session>').kind).toBe('unreadable')
    expect(fromXml('').kind).toBe('unreadable')
  })

  it('holds no more than it must: 5,000 learners in under 50 kB', () => {
    const codes = Array.from({ length: 5_000 }, (_, n) => String(100_000 + n))
    expect(toXml(withRun(empty, at, codes)).length).toBeLessThan(50_000)
  })
})
