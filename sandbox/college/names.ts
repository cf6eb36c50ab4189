import type { Random } from './random.ts'

function words(text: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = text.trim().split(/\s+/)
  return [first, ...rest]
}

const femaleForenames = words(`
  Olivia Amelia Isla Ava Mia Freya Lily Florence Willow Sophia Grace Poppy Ella Evie
  Charlotte Aisha Fatima Zainab Priya Ananya Chloe Megan Niamh Bethan Ffion Seren Catrin
  Eilidh Morag Zofia Hannah Jessica Holly Lauren Abigail Georgia Keisha Adaeze Ngozi Mei
  Harriet Imogen Tamsin Rosie Nadia Leila Ruth Naomi Daisy Elspeth
`)
const maleForenames = words(`
  Oliver Noah George Arthur Muhammad Leo Harry Oscar Archie Henry Theo Jack Charlie Freddie
  Alfie Yusuf Ibrahim Arjun Rohan Imran Callum Rhys Owen Gethin Iestyn Dylan Hamish Ewan
  Fergus Kacper Daniel Joshua Ethan Connor Liam Jordan Tyrone Emeka Chidi Wei Edward Toby
  Kieran Declan Samuel Isaac Jamal Reuben Lewis Alexander
`)
const surnames = words(`
  Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson
  Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Hughes Edwards Ali Turner
  Ahmed Begum Cooper Ward Hussain Morris Moore Singh Harrison King Morgan Baker Allen James
  Scott Watson Parker Bennett Young Price Griffiths Kaur Shah Akhtar Bailey Lewis Mitchell
  Campbell Stewart Macdonald Murray Fraser Kowalska Nowak Okafor Adeyemi Mensah Chen Wong
  Nguyen Pritchard Llewellyn Bevan Pugh Rowlands Tennyson Ashworth Hargreaves Entwistle
  Sutcliffe Ramsbottom Trelawney Penhaligon Tregear Featherstone Thistlethwaite Blackwood
  Holloway Whitaker Crawford Donnelly Gallagher Kavanagh Byrne Osborne Pickering Sheppard
  Rahman Chowdhury Iqbal Malik Desai Mehta Banerjee Fernandes Costa Silva Popescu
`)

export interface PersonName {
  readonly forename: string
  readonly middleNames: string | null
  readonly surname: string
  readonly sex: 'F' | 'M'
}

/** A name as a British college has them; common surnames come first in the list and more often. */
export function makeName(random: Random): PersonName {
  const sex = random.chance(0.52) ? 'F' : 'M'
  const forenames = sex === 'F' ? femaleForenames : maleForenames
  const common = Math.floor(random.next() * random.next() * surnames.length)
  return {
    forename: random.pick(forenames),
    middleNames: random.chance(0.4) ? random.pick(forenames) : null,
    surname: surnames[common] ?? surnames[0],
    sex,
  }
}
