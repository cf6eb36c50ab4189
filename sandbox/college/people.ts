import { cases, everydayCases } from './cases/cases.ts'
import type { Surroundings } from './cases/change.ts'
import { makeMember } from './member.ts'
import type { Member } from './member.ts'
import { makeRandom } from './random.ts'
import { specials } from './specials.ts'
import type { SpecialName } from './specials.ts'
import { freshUlns } from './uln.ts'

/** Ordinary learners have the person codes from here upward. */
const firstOrdinaryCode = 100001

function everyday(seed: number, member: Member, around: Surroundings): Member {
  let draw = makeRandom(seed, -member.person.person_code).next()
  for (const [share, name] of everydayCases) {
    if (draw < share) return cases[name](member, around)
    draw -= share
  }
  return member
}

/**
 * The learners of a college: every special one, then ordinary ones up to `learners`. Each comes from
 * the seed and their own code, so a larger college holds the smaller one unchanged.
 */
export function makePeople(seed: number, learners: number): Member[] {
  const ulns = freshUlns()
  const freshUln = () => ulns.next().value
  const made = new Map<string, Member>()
  const around: Surroundings = {
    freshUln,
    earlier(name) {
      const member = made.get(name)
      if (member === undefined) throw new Error(`The case "${name}" is made later; put it earlier.`)
      return member
    },
  }
  const make = (code: number) => makeMember(makeRandom(seed, code), code, freshUln())
  for (const [name, code] of specialsInOrder()) {
    made.set(name, cases[name](make(Number(code)), around))
  }
  const people = [...made.values()]
  for (let code = firstOrdinaryCode; people.length < learners; code += 1) {
    people.push(everyday(seed, make(code), around))
  }
  return people
}

function specialsInOrder(): [SpecialName, string][] {
  const isSpecial = (name: string): name is SpecialName => name in specials
  return Object.entries(specials).flatMap(([name, code]) => (isSpecial(name) ? [[name, code]] : []))
}
