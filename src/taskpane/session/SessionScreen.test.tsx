/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import type { Me } from '../../../contract/index.ts'
import { WorkbookError } from '../../office/workbook/error.ts'
import { openSession, show } from '../testing/render.tsx'
import { createScene } from '../testing/scene.ts'
import { SessionScreen } from './SessionScreen.tsx'

async function open(parts: Partial<Me> = {}, answered = Infinity) {
  const scene = createScene(parts)
  const end = (missing: string[]) => ({ kind: 'interrupted' as const, missing })
  if (answered < Infinity) scene.api.stopDownload = { after: answered, end }
  await openSession(scene, ['1', '2', '3'])
  show(<SessionScreen model={scene.model} onLearners={() => undefined} />)
  return scene
}

describe('the session’s screen', () => {
  it('names its buttons as help pages do', async () => {
    await open()
    for (const name of ['Update Selected', 'Select All', 'Refresh', 'Export', 'Close']) {
      expect(screen.getByRole('button', { name })).toBeTruthy()
    }
  })

  it('says to those who update that what is typed into the sheet is not written', async () => {
    await open()
    expect(screen.getByText(/What is typed into the sheet does not reach ebs/)).toBeTruthy()
  })

  it('says nothing of writing to those who do not update', async () => {
    await open({ role: 'User' })
    expect(screen.queryByText(/typed into the sheet/)).toBeNull()
  })

  it('looks again when Excel would not be looked at', async () => {
    const { model, workbook } = createScene()
    const user = show(<SessionScreen model={model} onLearners={() => undefined} />)
    const look = workbook.openSession
    workbook.openSession = () => Promise.reject(new WorkbookError('cell-edit', 'Press Enter.'))
    await act(() => model.desk.guard(model.room.look))
    expect(model.desk.message.get()?.text).toBe('Press Enter.')
    workbook.openSession = look
    await user.click(screen.getByRole('button', { name: 'Look again' }))
    expect(await screen.findByText('Nothing downloaded yet.')).toBeTruthy()
  })

  it('says who has no new answer, with one way to go on at a time', async () => {
    const { model } = await open({}, 1)
    expect(screen.getByText(/No new answer yet for 2 learners\./)).toBeTruthy()
    expect(model.desk.message.get()?.action?.label).toBe('Go on')
    expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull()
    act(() => {
      model.desk.message.set(null)
    })
    expect(screen.getByRole('button', { name: 'Go on' })).toBeTruthy()
  })
})
