import { describe, expect, it } from '@jest/globals'
import { addinId, fakeSurface, fakeWindow, fakeWorkbook, origin, testHost } from './testing.ts'
import type { FakeWindow } from './testing.ts'

interface Sent {
  _actionName: string
  _responseType: number
  _errorCode: number
  _correlationId: number
  _data: Record<string, unknown>
}
const sent = (window: FakeWindow): Sent[] => window.messages.map(({ text }) => JSON.parse(text))
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A batch that calls one method of a service of Excel's own. */
const service = (name: string, method: string, ...args: unknown[]) =>
  JSON.stringify({
    Actions: [
      { Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 },
      { Id: 3, ActionType: 3, Name: method, ObjectPathId: 1, ArgumentInfo: { Arguments: args } },
    ],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 2, Name: `Microsoft.Test.${name}` } },
  })

const setUp = () => {
  const book = fakeWorkbook()
  const page = fakeSurface()
  const { host, deliver } = testHost(book.workbook, page.surface)
  const pane = fakeWindow()
  const frame = host.open(`${origin}/taskpane.html`, 'pane')
  frame.attach(pane)
  let correlation = 0
  const ask = (
    actionName: string,
    actionType: 0 | 1 | 2,
    data: unknown,
    from = pane,
    conv = frame.id,
  ) => {
    const message = {
      _messageType: 0,
      _actionName: actionName,
      _actionType: actionType,
      _conversationId: conv,
      _correlationId: ++correlation,
      _origin: origin,
      _data: data,
      _serializerVersion: 1,
    }
    deliver({ data: JSON.stringify(message), origin, source: from })
    return message
  }
  const execute = (id: number, data: Record<string, unknown> = {}, from = pane, conv = frame.id) =>
    ask(
      'executeMethod',
      0,
      { ...data, DdaMethod: { ControlId: addinId, Version: 1, DispatchId: id } },
      from,
      conv,
    )
  const batch = (body: string, partition = 'IterativeExecutor') =>
    execute(93, {
      ArrayData: [partition, 'POST', 'ProcessQuery', [], body, 0, 1, '', '', '', '', '', ''],
    })
  const openDialog = (url: string) =>
    ask('dialogMessageReceived', 1, {
      targetId: JSON.stringify({ url, width: 40, height: 50, displayInIframe: true }),
    })
  return { ...book, ...page, host, deliver, pane, frame, ask, execute, batch, openDialog }
}

describe('whom the host listens to', () => {
  it('takes no message from another origin, another window or an unknown conversation', async () => {
    const { deliver, pane, ask, frame } = setUp()
    const message = ask('richApiMessage', 1, {})
    expect(pane.messages).toHaveLength(1)
    const data = JSON.stringify(message)
    deliver({ data, origin: 'https://evil.example', source: pane })
    deliver({ data, origin, source: fakeWindow() })
    deliver({ data: data.replace(`"${frame.id}"`, '"conv99"'), origin, source: pane })
    deliver({ data: 'not json', origin, source: pane })
    deliver({ data: { _messageType: 0 }, origin, source: pane })
    await settled()
    expect(pane.messages).toHaveLength(1)
  })

  it('sends to the origin the frame was loaded from, and no other', () => {
    const { pane, ask } = setUp()
    ask('richApiMessage', 1, {})
    expect(pane.messages[0]?.targetOrigin).toBe(origin)
  })

  it('gives every load a conversation of its own', () => {
    const { host, frame } = setUp()
    expect(host.open(`${origin}/taskpane.html`, 'pane').id).not.toBe(frame.id)
  })
})

describe('executeMethod', () => {
  it('answers in the order of the questions, however long one takes', async () => {
    const { workbook, batch, pane } = setUp()
    const release: (() => void)[] = []
    workbook.execute = (body) =>
      body === 'slow'
        ? new Promise((resolve) =>
            release.push(() => {
              resolve({ kind: 'body', status: 200, body })
            }),
          )
        : Promise.resolve({ kind: 'body', status: 200, body })
    const slow = batch('slow')
    const quick = batch('quick')
    await settled()
    expect(pane.messages).toHaveLength(0)
    release[0]?.()
    await settled()
    expect(sent(pane).map(({ _correlationId }) => _correlationId)).toEqual([
      slow._correlationId,
      quick._correlationId,
    ])
  })

  it('hands a refusal of the whole request on as its number', async () => {
    const { workbook, batch, pane } = setUp()
    workbook.execute = () => Promise.resolve({ kind: 'service-error', error: 5103 })
    batch('{}')
    await settled()
    expect(sent(pane)[0]?._data).toEqual({ Version: 1, Error: 5103 })
  })

  it('answers a method it does not have with an error, and names it', async () => {
    const { execute, pane, refused } = setUp()
    execute(105)
    await settled()
    expect(sent(pane)[0]?._data).toEqual({ Version: 1, Error: 5000 })
    expect(refused).toEqual(['executeMethod 105'])
  })

  it('says that the channel failed when the workbook throws, so that the add-in does not wait for ever', async () => {
    const { workbook, batch, pane } = setUp()
    workbook.execute = () => Promise.reject(new Error('the worker is gone'))
    batch('{}')
    await settled()
    expect(sent(pane)[0]?._errorCode).toBe(-2)
  })

  it('refuses to give out the file, and an access token', async () => {
    const { execute, pane, refused } = setUp()
    execute(77, { 0: 1, 1: 65536 })
    execute(98)
    await settled()
    expect(sent(pane).map(({ _data }) => _data['Error'])).toEqual([5000, 13012])
    expect(refused).toEqual(['getFileAsync'])
  })

  it('goes to an address, and says when there is no such place', async () => {
    const { execute, pane } = setUp()
    execute(82, { DdaGoToByIdMethod: { Id: 'A1:B2' } })
    execute(82, { DdaGoToByIdMethod: { Id: 'Nowhere' } })
    await settled()
    expect(sent(pane).map(({ _data }) => _data['Error'])).toEqual([0, 3002])
  })

  it('shows and hides the pane for Office.addin, and tells the pane', async () => {
    const { ask, batch, pane, visibility } = setUp()
    ask('richApiMessage', 1, {})
    batch(service('AppRuntimeService', 'SetAppRuntimeState', 'Background'))
    await settled()
    expect(visibility).toEqual([false])
    expect(sent(pane).some(({ _data }) => JSON.stringify(_data).includes('Hidden'))).toBe(true)
  })

  it('answers Excel’s own services itself, and names what they do not have here', async () => {
    const { workbook, batch, pane, refused } = setUp()
    workbook.execute = () => Promise.reject(new Error('not the workbook’s'))
    batch(service('AppRuntimePersistenceService', 'GetAppRuntimeStartState'))
    batch(service('DynamicRibbon', 'ExecuteRequestCreate'))
    await settled()
    const bodies = sent(pane).map(({ _data }) => String((_data['Data'] as unknown[])[2]))
    expect(bodies[0]).toContain('"Value":"Inactive"')
    expect(bodies[1]).toContain('"Code":"ApiNotFound"')
    expect(refused).toEqual(['DynamicRibbon.ExecuteRequestCreate'])
  })
})

describe('Excel.createWorkbook', () => {
  /** As office.js sends it; `file` is null for an empty workbook. */
  const body = (file: string | null) =>
    JSON.stringify({
      Actions: [
        { Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 },
        {
          Id: 3,
          ActionType: 3,
          Name: 'CreateAndOpenWorkbook',
          ObjectPathId: 1,
          ArgumentInfo: { Arguments: [file] },
          L: [1],
        },
      ],
      ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: '' } },
    })
  const ask = async (file: string | null, allowed: boolean) => {
    const scene = setUp()
    scene.windows.allowed = allowed
    scene.workbook.execute = () => Promise.reject(new Error('not the workbook’s'))
    scene.batch(body(file), 'WacPartition')
    await settled()
    const [, , text] = sent(scene.pane)[0]?._data['Data'] as [number, string[], string]
    const answered: Record<string, unknown> = JSON.parse(text)
    return { ...scene, answered }
  }

  it('opens a window', async () => {
    const { answered, windows, refused } = await ask(null, true)
    expect(answered).toEqual({
      Results: [
        { ActionId: 2, Value: {} },
        { ActionId: 3, Value: null },
      ],
      TraceIds: [],
    })
    expect(windows.asked).toBe(1)
    expect(refused).toEqual([])
  })

  it('fails when the browser lets no window open', async () => {
    const { answered, refused } = await ask(null, false)
    expect(answered['Error']).toMatchObject({
      Code: 'GeneralException',
      Location: 'WacWorkbook.CreateAndOpenWorkbook',
      ActionIndex: 1,
    })
    expect(refused).toEqual([])
  })

  it('is not played with a file to open', async () => {
    const { answered, windows, refused } = await ask('UEsDBA==', true)
    expect(answered['Error']).toMatchObject({ Code: 'ApiNotFound' })
    expect(windows.asked).toBe(0)
    expect(refused).toEqual(['WacWorkbook.CreateAndOpenWorkbook'])
  })
})

describe('events', () => {
  it('reach a frame that has registered, and only after it has', () => {
    const { raise, selectionChanged, ask, pane } = setUp()
    raise([[65536, 14, 'Workbook', '{"address":"A2"}', 1, false]])
    selectionChanged()
    expect(pane.messages).toHaveLength(0)
    ask('richApiMessage', 1, {})
    ask('documentSelectionChanged', 1, {})
    raise([[65536, 14, 'Workbook', '{"address":"A3"}', 2, false]])
    selectionChanged()
    expect(sent(pane).slice(2)).toMatchObject([
      {
        _actionName: 'richApiMessage',
        _responseType: 1,
        _data: { ArrayData: [[65536, 14, 'Workbook', '{"address":"A3"}', 2, false]] },
      },
      { _actionName: 'documentSelectionChanged', _responseType: 1, _data: {} },
    ])
  })

  it('stop when the frame takes its registration back; a second time is error 5003', () => {
    const { raise, ask, pane } = setUp()
    ask('richApiMessage', 1, {})
    ask('richApiMessage', 2, {})
    ask('richApiMessage', 2, {})
    raise([[65536, 14, 'Workbook', '{}', 1, false]])
    expect(sent(pane).map(({ _data }) => _data)).toEqual([
      { Error: 0 },
      { Error: 0 },
      { Error: 5003 },
    ])
  })

  it('forget the registrations of a page that loads anew', () => {
    const { raise, ask, pane } = setUp()
    ask('richApiMessage', 1, {})
    ask('ContextActivationManager_getAppContextAsync', 0, addinId)
    const before = pane.messages.length
    raise([[65536, 14, 'Workbook', '{}', 1, false]])
    expect(pane.messages).toHaveLength(before)
  })
})

describe('commands', () => {
  it('wait until the page is ready, and end with what the function hands over', async () => {
    const { host, frame, ask, execute, pane } = setUp()
    const running = host.invoke(frame.id, 'refresh', 'RefreshButton')
    expect(pane.messages).toHaveLength(0)
    ask('appCommandInvoked', 1, {})
    const call = sent(pane).find(({ _responseType }) => _responseType === 1)
    expect(call?._data).toMatchObject({ 1: 'refresh', 2: '{"source":{"id":"RefreshButton"}}' })
    execute(94, { 0: call?._data['0'], 1: 0, 2: '{"source":{"id":"RefreshButton"}}' })
    await expect(running).resolves.toMatchObject({ status: 0 })
  })

  it('tell of a function the page does not have', async () => {
    const { host, frame, ask, execute, pane } = setUp()
    ask('appCommandInvoked', 1, {})
    const running = host.invoke(frame.id, 'doesNotExist', 'X')
    execute(94, { 0: sent(pane).at(-1)?._data['0'], 1: 11101, 2: '' })
    await expect(running).resolves.toEqual({ status: 11101, event: '' })
  })

  it('answer a completion of a call never made with an error', async () => {
    const { execute, pane } = setUp()
    execute(94, { 0: 'command-99', 1: 0, 2: '' })
    await settled()
    expect(sent(pane)[0]?._data['Error']).toBe(5010)
  })

  it('run an associated action by its name, as a shortcut does', () => {
    const { host, ask, pane } = setUp()
    ask('richApiMessage', 1, {})
    host.act('HELLO')
    expect(sent(pane).at(-1)?._data).toEqual({
      ArrayData: [[2, 1000, '', '["HELLO","{}"]', 0, false]],
    })
  })
})

describe('dialogs', () => {
  it('open on the add-in’s own origin, its subdomains and the domains of its manifest', () => {
    for (const url of ['https://localhost:3000/d.html', 'https://login.example/x']) {
      const { openDialog, dialogs } = setUp()
      openDialog(url)
      expect(dialogs).toMatchObject([{ width: 40, height: 50 }])
    }
  })

  it.each([
    ['https://elsewhere.example/', 12004],
    ['http://localhost:3000/d.html', 12005],
    ['not an address', 5010],
  ])('refuse %s with %i', (url, error) => {
    const { openDialog, dialogs, pane } = setUp()
    openDialog(url)
    expect(dialogs).toEqual([])
    expect(sent(pane)[0]?._data).toEqual({ Error: error })
  })

  it('are one at a time', () => {
    const { openDialog, pane } = setUp()
    openDialog('https://localhost:3000/d.html')
    openDialog('https://localhost:3000/d.html')
    expect(sent(pane).map(({ _data }) => _data)).toEqual([{ Error: 0 }, { Error: 12007 }])
  })

  it('tell the pane when the user closes them, and can be opened again', () => {
    const { openDialog, pane, dialogs, host, closed } = setUp()
    openDialog('https://localhost:3000/d.html')
    host.closeDialog(dialogs[0]?.id ?? '')
    expect(closed).toEqual([dialogs[0]?.id])
    expect(sent(pane).at(-1)).toMatchObject({
      _actionName: 'dialogMessageReceived',
      _responseType: 1,
      _data: { messageType: 12006 },
    })
    openDialog('https://localhost:3000/d.html')
    expect(dialogs).toHaveLength(2)
  })

  it('close when the pane loads anew', () => {
    const { openDialog, ask, closed, dialogs } = setUp()
    openDialog('https://localhost:3000/d.html')
    ask('ContextActivationManager_getAppContextAsync', 0, addinId)
    expect(closed).toEqual([dialogs[0]?.id])
  })
})

describe('what a frame tells without asking', () => {
  it('is passed on when the keyboard leaves the pane', () => {
    const { ask, notices } = setUp()
    for (const code of [13, 14, 16, 23, 0])
      ask('ContextActivationManager_notifyHost', 0, [addinId, code])
    expect(notices).toEqual([
      { kind: 'tabbed-out', backwards: false },
      { kind: 'tabbed-out', backwards: true },
      { kind: 'back-to-sheet' },
    ])
  })
})
