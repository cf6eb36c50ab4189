import type { EbsRow } from './college.ts'

/** Two members of staff: people of ebs, never learners. The first also carries a ULN, as some do. */
export const staff = { withUln: '900001', plain: '900002' } as const

/** Their rows in PEOPLE; `uln` is one nobody else has. */
export function staffRows(uln: string): readonly EbsRow[] {
  const row = { sex: 'F', is_active: 'Y', created_by: 'HR', created_date: '2019-09-02' }
  return [
    {
      ...row,
      person_code: Number(staff.withUln),
      title: 'Ms',
      forename: 'Judith',
      surname: 'Smithson',
      date_of_birth: '1971-03-14',
      unique_learn_no: Number(uln),
      fes_staff_code: 'JSMI',
    },
    {
      ...row,
      person_code: Number(staff.plain),
      title: 'Dr',
      forename: 'Margaret',
      surname: 'Hall',
      date_of_birth: '1968-11-02',
      unique_learn_no: null,
      fes_staff_code: 'MHAL',
    },
  ]
}
