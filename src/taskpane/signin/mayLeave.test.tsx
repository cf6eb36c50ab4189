/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import { QuestionDialog } from '../session/dialogs/QuestionDialog.tsx'
import { useStore } from '../store.ts'
import { show } from '../testing/render.tsx'
import { createScene } from '../testing/scene.ts'
import type { Scene } from '../testing/scene.ts'
import { mayLeave } from './mayLeave.ts'

function Asked({ scene }: { readonly scene: Scene }) {
  const { questions, words } = scene.model.desk
  const question = useStore(questions.open)
  return question ? <QuestionDialog question={question} words={words} environment={null} /> : null
}

/** Signs out while this runs, which comes to no end by itself; answers in the dialog. */
async function leave(label: string, stoppable: boolean, button: string) {
  const scene = createScene()
  const { desk } = scene.model
  const user = show(<Asked scene={scene} />)
  void desk.work.run(label, 12, () => new Promise(() => undefined), stoppable)
  let answer = Promise.resolve(false)
  act(() => {
    answer = mayLeave(desk)
  })
  const said = (await screen.findByRole('dialog', { name: 'Sign out now?' })).textContent
  await user.click(screen.getByRole('button', { name: button }))
  return { said, leaves: await answer }
}

describe('signing out', () => {
  it('asks nothing while nothing runs', async () => {
    const scene = createScene()
    expect(await mayLeave(scene.model.desk)).toBe(true)
    expect(scene.asked).toEqual([])
  })

  it('asks before it stops what runs, and says what stays', async () => {
    const { said, leaves } = await leave('Updating ebs', true, 'Stay signed in')
    expect(said).toContain('Updating ebs is not finished: signing out stops it.')
    expect(said).toContain('What is in the sheet or in ebs by then stays.')
    expect(leaves).toBe(false)
  })

  it('goes on when told to, and says of what cannot be stopped that it goes on too', async () => {
    const { said, leaves } = await leave('Undoing the update', false, 'Sign out')
    expect(said).toContain(
      'Undoing the update is not finished: it goes on in ebs without you. Earlier updates then shows it.',
    )
    expect(leaves).toBe(true)
  })
})
