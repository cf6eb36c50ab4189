/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { screen } from '@testing-library/react'
import { show } from '../testing/render.tsx'
import { Bar } from './Bar.tsx'
import { Frame } from './Frame.tsx'

describe('the frame', () => {
  it('names its tabs as help pages do, whatever the number of rows beside one', () => {
    show(
      <Frame
        environment="sandbox"
        account={null}
        tab="attainments"
        onTab={() => undefined}
        rows="2,643"
        bar={null}
        strip={null}
      >
        The screen
      </Frame>,
    )
    const tabs = screen.getAllByRole('tab')
    screen.getByRole('tab', { name: 'Learners' })
    const attainments = screen.getByRole('tab', { name: 'Attainments (PLR)' })
    expect(attainments.getAttribute('aria-label')).toBe('Attainments (PLR)')
    expect(attainments.textContent).toContain('2,643')
    expect(tabs).toHaveLength(2)
    expect(screen.getByTitle('Environment: sandbox').textContent).toBe('sandbox')
  })
})

describe('the message bar', () => {
  it('keeps its sentence and what can be done apart', async () => {
    const action = { label: 'Go on', run: () => undefined }
    show(<Bar message={{ tone: 'error', text: '3 learners missing.', action }} />)
    const said = (await screen.findByRole('button', { name: 'Go on' })).parentElement?.textContent
    expect(said).toBe('3 learners missing. Go on')
  })
})
