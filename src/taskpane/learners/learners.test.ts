import { describe, expect, it } from '@jest/globals'
import { learnerOf, learnersOf } from '../testing/people.ts'
import { createScene } from '../testing/scene.ts'
import { choiceOf, needConfirming } from './chosen.ts'
import { allSelected, clicked } from './results/selection.ts'
import { createWords } from '../words.ts'

const words = createWords('en-GB')

describe('choosing learners', () => {
  const many = (count: number) => allSelected({ selected: new Set(), anchor: 0, focus: 0 }, count)

  it('says why nothing can be downloaded', () => {
    expect(choiceOf(many(0), 1000, words)).toEqual({
      kind: 'nothing',
      why: 'Select learners first.',
    })
    expect(choiceOf(many(1000), 1000, words).kind).toBe('ready')
  })

  it('turns into a sentence past what a download takes, and offers the first of them', () => {
    const choice = choiceOf(many(1213), 1000, words)
    expect(choice).toMatchObject({
      kind: 'too-many',
      sentence:
        '1,213 selected; a download takes 1,000: take the first 1,000, or narrow the search',
    })
    expect(choice.kind === 'too-many' && choice.first).toHaveLength(1000)
  })

  it('names those who have not seen the notice or cannot share, unless they are not sent anyway', () => {
    const learners = [
      learnerOf({ personCode: '1', abilityToShare: '0' }),
      learnerOf({ personCode: '2', abilityToShare: '2' }),
      learnerOf({ personCode: '3', abilityToShare: '1' }),
      learnerOf({ personCode: '4', abilityToShare: null }),
      learnerOf({
        personCode: '5',
        abilityToShare: '0',
        problem: { code: 'LNK0001', description: '' },
      }),
    ]
    const named = needConfirming(learners, { noticeRequired: false })
    expect(named.map(({ personCode }) => personCode)).toEqual(['1', '2'])
    expect(needConfirming(learners, { noticeRequired: true })).toEqual([])
  })
})

describe('searching', () => {
  it('fetches whole pages only for learners that are wanted and not there yet', async () => {
    const { model, api } = createScene()
    api.learners = learnersOf(2500)
    await model.learners.search()
    const { results } = model.learners
    expect(results.found.get()?.total).toBe(2500)
    await results.load(0, 60)
    expect(api.asked.searches).toBe(1)
    const places = Array.from({ length: 2500 }, (_, at) => at)
    const all = await results.at(places)
    expect(all.map(({ personCode }) => personCode)).toEqual(
      api.learners.map(({ personCode }) => personCode),
    )
    expect(api.asked.searches).toBe(4)
  })

  it('fetches a page for a new condition though the same page of the old one is on its way', async () => {
    const { model, api } = createScene()
    api.learners = learnersOf(300)
    const { results } = model.learners
    await model.learners.search()
    const search = api.searchLearners.bind(api)
    let held = 0
    api.searchLearners = (request) => {
      if (request.offset !== 100 || (held += 1) > 1) return search(request)
      return new Promise(() => undefined)
    }
    void results.load(100, 160)
    await model.learners.search()
    await results.load(100, 160)
    expect(results.found.get()?.loaded.has(159)).toBe(true)
  })

  it('says nothing of a list that another search has taken the place of', async () => {
    const { model, api } = createScene()
    api.learners = learnersOf(150)
    const search = api.searchLearners.bind(api)
    const list = model.learners.searchList('1000 4711')
    api.searchLearners = async (request) => {
      if (request.offset === 0 && request.limit === 1000) await model.learners.search()
      return search(request)
    }
    await list
    expect(model.learners.list.get()).toBeNull()
  })

  it('begins a new search with nothing selected', async () => {
    const { model, api } = createScene()
    api.learners = learnersOf(5)
    await model.learners.search()
    const { selection } = model.learners.results
    selection.set(clicked(selection.get(), 3, { shift: false, ctrl: false }))
    await model.learners.search()
    expect(selection.get().selected.size).toBe(0)
  })

  it('lists back who of a pasted list is not found', async () => {
    const { model, api } = createScene()
    api.learners = learnersOf(2)
    await model.learners.searchList('1000\n1001,1001\n4711 x9')
    expect(model.learners.list.get()).toEqual({
      asked: 4,
      notFound: ['4711'],
      notUnderstood: ['x9'],
      duplicates: 1,
    })
  })

  it('does not search with a condition that has no value', async () => {
    const { model, api } = createScene()
    model.learners.query.set({
      combinator: 'and',
      rules: [{ field: 'surname', operator: '=', value: '' }],
    })
    await model.learners.search()
    expect(model.learners.unfinished.get()).toBe(1)
    expect(api.asked.searches).toBe(0)
  })
})
