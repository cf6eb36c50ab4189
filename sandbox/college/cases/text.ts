import { aoEvent, npdEvent } from '../event.ts'
import { coreGcses, functionalSkills } from '../qualifications.ts'
import type { Qualification } from '../qualifications.ts'
import { schools } from '../schools.ts'
import type { Cases } from './change.ts'
import { named, withEvents } from './change.ts'

const titled = (subject: string): Qualification => ({ ...coreGcses[0], subject })
const awarded = '2026-08-20'

/** Names and titles that break careless XML, SQL, sheets and columns. */
export const textCases = {
  apostrophe: (member) => named(member, "D'Arcy", "O'Neill"),
  ampersand: (member) => named(member, 'Marks', 'Penn & Teller'),
  lessThan: (member) => named(member, 'Ada', '<Less> "Quoted"'),
  accents: (member) => named(member, 'Zoë', 'Núñez-Őrsi'),
  formulaName: (member) => named(member, '=1+1', '@SUM(A1:A9)'),
  formulaTitle: (member) =>
    withEvents(member, [
      npdEvent(titled('=HYPERLINK("https://example.com","GCSE in Art")'), '5', awarded, schools[0]),
      npdEvent(titled('+44 Business Telephone Skills'), '4', awarded, schools[1] ?? schools[0]),
      npdEvent(titled('-Design & <Technology>'), '=A1', awarded, schools[0]),
      npdEvent(titled('@Home Economics'), '1E5', awarded, schools[0]),
    ]),
  foreignTitle: (member) =>
    withEvents(member, [
      npdEvent(titled('TGAU mewn Cymraeg Ail Iaith: Llên a Ŵyl'), '6', awarded, schools[0]),
      npdEvent(titled('Français – littérature “moderne” 日本語'), '7', awarded, schools[0]),
    ]),
  longTitle: (member) =>
    withEvents(member, [
      npdEvent(
        titled(`GCSE in ${'Comparative Regional Studies and '.repeat(9)}Ethics`),
        '6',
        awarded,
        schools[0],
      ),
    ]),
  longCode: (member) =>
    withEvents(member, [
      { ...aoEvent(functionalSkills[0], 'Pass', awarded), SubjectCode: '603/4329/5/LEGACY' },
    ]),
} satisfies Cases
