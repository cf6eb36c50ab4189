/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals'
import { act, screen, within } from '@testing-library/react'
import { gridRowOf } from '../../../api/testing/rows.ts'
import { openSession, show } from '../../testing/render.tsx'
import { createScene } from '../../testing/scene.ts'
import { Problems } from './Problems.tsx'

async function open() {
  const scene = createScene()
  scene.api.rowsOf = (personCode) => [
    gridRowOf({
      personCode,
      status: 'Problem',
      ...(personCode === '1'
        ? { errorCode: 'LNK0001', errorDescription: 'The learner has no ULN in ebs.' }
        : { responseCode: 'WSEC0208', responseDescription: 'The ULN is not verified.' }),
    }),
  ]
  const state = await openSession(scene, ['1', '2', '3'])
  const user = show(<Problems model={scene.model} open={state} />)
  const items = within(await screen.findByRole('list', { name: 'Problems' })).getAllByRole(
    'listitem',
  )
  const itemOf = (text: string) => {
    const found = items.find((item) => item.textContent.includes(text))
    if (!found) throw new Error(`no problem says ${text}`)
    return within(found)
  }
  return { scene, user, items, itemOf }
}

describe('the problems of a session', () => {
  it('stand by code, the commonest first, with what to do and the code to copy', async () => {
    const { items, itemOf } = await open()
    expect(items.map((item) => item.textContent.slice(0, 10))).toEqual(['2 learners', '1 learner:'])
    itemOf('not verified').getByText('WSEC0208')
    itemOf('not verified').getByText(/Check names and previous names in ebs/)
    itemOf('no ULN').getByText('LNK0001')
  })

  it('are shown in the sheet', async () => {
    const { scene, user, itemOf } = await open()
    await user.click(itemOf('not verified').getByRole('button', { name: 'Show in sheet' }))
    expect(scene.workbook.session()?.filters).toEqual([{ responseCode: ['WSEC0208'] }])
  })

  it('are tried again for those learners alone', async () => {
    const { scene, user, itemOf } = await open()
    await user.click(itemOf('not verified').getByRole('button', { name: 'Retry these' }))
    await act(() => Promise.resolve())
    expect(scene.api.asked.downloads.at(-1)).toEqual(['2', '3'])
  })
})
