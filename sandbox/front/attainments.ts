import { withClient } from '../ebs/database.ts'

/** A row of ATTAINMENTS as text, for people to read. */
export type AttainmentRow = Readonly<
  Record<
    | 'attainment_code'
    | 'atype_attainment_type_code'
    | 'description'
    | 'grade'
    | 'date_awarded'
    | 'fes_qualification_aim'
    | 'cats_credits'
    | 'source'
    | 'source_id'
    | 'created'
    | 'updated',
    string | null
  >
>

export interface Attainments {
  /** Name and person code. */
  readonly learner: string
  readonly rows: readonly AttainmentRow[]
}

const oneAfterTheOther = `
  select attainment_code::text, atype_attainment_type_code, description, grade,
         date_awarded::text, fes_qualification_aim, cats_credits::text, source, source_id::text,
         concat_ws(' ', created_by, to_char(created_date, 'YYYY-MM-DD HH24:MI')) as created,
         concat_ws(' ', updated_by, to_char(updated_date, 'YYYY-MM-DD HH24:MI')) as updated
    from attainments where per_person_code = $1 order by attainment_code`

/** What ebs holds of a person, or null when there is no such person code. Reads only. */
export async function readAttainments(
  url: string,
  personCode: string,
): Promise<Attainments | null> {
  if (!/^\d{1,10}$/.test(personCode)) return null
  return withClient(url, async (client) => {
    const people = await client.query<{ learner: string }>(
      `select concat_ws(' ', forename, surname) || ' (' || person_code || ')' as learner
         from people where person_code = $1`,
      [personCode],
    )
    const person = people.rows[0]
    if (person === undefined) return null
    const { rows } = await client.query<AttainmentRow>(oneAfterTheOther, [personCode])
    return { learner: person.learner, rows }
  })
}
