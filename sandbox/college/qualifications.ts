import type { Board } from './awarding.ts'
import { boards } from './awarding.ts'

/** A regulated qualification: title, Ofqual number with slashes, and how LRS describes it. */
export interface Qualification {
  readonly subject: string
  readonly number: string
  readonly type: string
  readonly level: string
  readonly board: Board
  readonly credits: number
}

export type Qualifications = readonly [Qualification, ...Qualification[]]

const gcse = (title: string, number: string, board: Board): Qualification => ({
  subject: `GCSE (9-1) in ${title}`,
  number,
  type: 'GCSE (9 to 1)',
  level: 'Level 1/2',
  board,
  credits: 0,
})

const aLevel = (title: string, number: string, board: Board): Qualification => ({
  subject: `GCE A Level in ${title}`,
  number,
  type: 'GCE A level',
  level: 'Level 3',
  board,
  credits: 0,
})

/** English, maths and science, which nearly everybody sat. */
export const coreGcses: Qualifications = [
  gcse('English Language', '601/4292/3', boards.aqa),
  gcse('English Literature', '601/4447/6', boards.aqa),
  gcse('Mathematics', '601/4608/4', boards.aqa),
]

/** Two grades in one: `6-5`. */
export const combinedScience = gcse('Combined Science: Trilogy', '601/8758/X', boards.aqa)

export const otherGcses: Qualifications = [
  gcse('Art and Design', '601/8088/2', boards.aqa),
  gcse('Business', '603/0304/2', boards.pearson),
  gcse('Computer Science', '601/8355/X', boards.ocr),
  gcse('Design and Technology', '603/0697/5', boards.aqa),
  gcse('Drama', '601/8420/6', boards.eduqas),
  gcse('Food Preparation and Nutrition', '601/8421/8', boards.aqa),
  gcse('French', '601/8157/6', boards.aqa),
  gcse('Geography A', '601/8223/4', boards.pearson),
  gcse('German', '601/8159/X', boards.aqa),
  gcse('History', '601/8217/9', boards.aqa),
  gcse('Media Studies', '603/1115/6', boards.eduqas),
  gcse('Music', '601/8204/0', boards.pearson),
  gcse('Physical Education', '601/8292/1', boards.ocr),
  gcse('Religious Studies A', '601/8400/0', boards.aqa),
  gcse('Spanish', '601/8160/6', boards.aqa),
]

export const aLevels: Qualifications = [
  aLevel('Biology', '601/4625/4', boards.aqa),
  aLevel('Business', '601/4809/3', boards.aqa),
  aLevel('Chemistry', '601/5731/8', boards.aqa),
  aLevel('English Literature', '601/4949/8', boards.pearson),
  aLevel('Geography', '601/8435/8', boards.ocr),
  aLevel('History', '601/4739/8', boards.ocr),
  aLevel('Mathematics', '603/1333/X', boards.pearson),
  aLevel('Psychology', '601/4838/X', boards.aqa),
  aLevel('Sociology', '601/4840/8', boards.aqa),
]

const certificate = (
  subject: string,
  number: string,
  type: string,
  level: string,
  board: Board,
  credits: number,
): Qualification => ({ subject, number, type, level, board, credits })

export const vocational: Qualifications = [
  certificate(
    'Pearson BTEC Level 3 National Extended Certificate in Information Technology',
    '601/7575/8',
    'Other General Qualification',
    'Level 3',
    boards.pearson,
    60,
  ),
  certificate(
    'Pearson BTEC Level 3 National Diploma in Business',
    '601/7157/1',
    'Other General Qualification',
    'Level 3',
    boards.pearson,
    120,
  ),
  certificate(
    'NCFE CACHE Level 2 Diploma in Care',
    '603/2668/6',
    'Occupational Qualification',
    'Level 2',
    boards.ncfe,
    46,
  ),
  certificate(
    'City & Guilds Level 2 Diploma in Site Carpentry',
    '600/7935/6',
    'Occupational Qualification',
    'Level 2',
    boards.cityGuilds,
    77,
  ),
]

export const functionalSkills: Qualifications = [
  certificate(
    'Pearson Edexcel Functional Skills Qualification in English at Level 2',
    '603/4329/5',
    'Functional Skills',
    'Level 2',
    boards.pearson,
    6,
  ),
  certificate(
    'City & Guilds Functional Skills Qualification in Mathematics at Level 1',
    '603/4259/X',
    'Functional Skills',
    'Level 1',
    boards.cityGuilds,
    6,
  ),
  certificate(
    'NCFE Functional Skills Qualification in English at Entry 3',
    '603/5058/5',
    'Functional Skills',
    'Entry Level',
    boards.ncfe,
    5,
  ),
]

/** Units and short awards of adults and apprentices (source QCFU has no qualification type). */
export const units: Qualifications = [
  certificate('Food Safety in Catering', 'K/502/0388', '', 'Level 2', boards.highfield, 1),
  certificate(
    'Emergency First Aid in the Workplace',
    'R/505/1431',
    '',
    'Level 3',
    boards.highfield,
    1,
  ),
  certificate('Developing Own Interpersonal Skills', 'H/501/5837', '', 'Level 1', boards.ncfe, 2),
  certificate('Understanding Mindset', 'J/505/4505', '', 'Entry Level', boards.ncfe, 3),
  certificate('Manual Handling of Loads', 'T/504/8913', '', 'Level 2', boards.cityGuilds, 2),
]

/** Aims that stand in provider returns only: no qualification, no result. */
export const nonRegulated: readonly [readonly [string, string], ...(readonly [string, string])[]] =
  [
    ['Non regulated provision, Level 1, Preparation for Life and Work', 'Z0007834'],
    ['Work experience / placement', 'ZWRKX001'],
    ['T Level preparation programme', 'ZTPR0001'],
    ['Employability skills: NOT APPLICABLE', 'Z0009999'],
  ]
