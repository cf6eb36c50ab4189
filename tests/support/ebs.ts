import { withClient } from '../../sandbox/ebs/database.ts'

export interface StoredAttainment {
  readonly attainment_code: string
  readonly per_person_code: string
  readonly atype_attainment_type_code: string
  readonly description: string | null
  readonly grade: string | null
  readonly date_awarded: string | null
  readonly fes_qualification_aim: string | null
  readonly source: string | null
  readonly source_id: string | null
  readonly created_by: string | null
}

/** What ATTAINMENTS really holds of these people, in the order of their codes. */
export function attainmentsOf(url: string, personCodes: readonly string[]) {
  return withClient(url, async (client) => {
    const { rows } = await client.query<StoredAttainment>(
      `select attainment_code::text, per_person_code::text, atype_attainment_type_code, description,
              grade, date_awarded::text, fes_qualification_aim, source, source_id::text, created_by
         from attainments where per_person_code = any($1::numeric[]) order by attainment_code`,
      [personCodes],
    )
    return rows
  })
}

/** Person codes of ordinary learners of the college, the first so many. */
export function ordinaryCodes(url: string, count: number): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ code: string }>(
      `select person_code::text as code from people
        where fes_staff_code is null and person_code >= 100001
        order by person_code limit $1`,
      [count],
    )
    return rows.map(({ code }) => code)
  })
}
