/** A school or college that taught a learner. `code` is ebs's (SCHOOLS.SCHOOL_CODE). */
export interface School {
  readonly code: string
  readonly name: string
  readonly ukprn: string
}

const names = [
  'Ashdown Community School',
  'Bramley Park Academy',
  'Castlegate High School',
  'Dovecote Lane School',
  "Elm Grove Girls' School",
  'Fairhaven Academy',
  'Greenbank Grammar School',
  'Hollybrook School',
  'Kingsmead Church of England School',
  'Larkhill Academy',
  'Millfield Street School',
  'Northgate High School',
  'Oakwood Park School',
  "St Aidan's Catholic Academy",
  "St Bride's School",
  'Ysgol Gyfun Glan yr Afon',
] as const

const schoolAt = (name: string, place: number): School => ({
  code: `SCH${String(place + 1).padStart(3, '0')}`,
  name,
  ukprn: String(99990101 + place),
})

export const schools: readonly [School, ...School[]] = [
  schoolAt(names[0], 0),
  ...names.slice(1).map((name, place) => schoolAt(name, place + 1)),
]

/** Who taught somebody, as it stands in learning events. */
export type Provider = Pick<School, 'name' | 'ukprn'>

/** This college, and the two others whose returns stand in its learners' records. */
export const thisCollege: Provider = { name: 'Sandbox College', ukprn: '99990001' }
export const colleges: readonly [Provider, ...Provider[]] = [
  thisCollege,
  { name: 'Riverside Further Education College', ukprn: '99990002' },
  { name: 'Three Counties Training', ukprn: '99990003' },
]
