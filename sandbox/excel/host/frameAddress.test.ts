import { describe, expect, it } from '@jest/globals'
import { frameAddress } from './frameAddress.ts'

const parts = {
  kind: 'pane',
  conversationId: 'c1',
  addinId: 'a1',
  hostOrigin: 'https://localhost:3000',
  locale: 'en-GB',
} as const

describe('the address of a frame', () => {
  it('keeps query and fragment of the page, and adds who hosts it', () => {
    const { src } = frameAddress({ ...parts, url: 'https://localhost:3000/p.html?x=1#/learners' })
    const url = new URL(src)
    expect(url.searchParams.get('x')).toBe('1')
    expect(url.searchParams.get('_host_Info')).toBe('Excel$Web$16.00$en-GB$c1$$$0')
    expect(url.hash).toBe(
      `#/learners&_xdm_Info=${encodeURIComponent('c1|a1|https://localhost:3000')}`,
    )
  })

  it('says of a dialog that it is one, in the address and in the name', () => {
    const { src, name } = frameAddress({
      ...parts,
      kind: 'dialog',
      url: 'https://localhost:3000/d.html',
    })
    expect(src).toContain('$isDialog$')
    expect(JSON.parse(name)).toMatchObject({
      xdmInfo: 'c1|a1|https://localhost:3000',
      serializerVersion: 1,
    })
  })
})
