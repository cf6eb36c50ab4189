import { withClient } from '../../sandbox/ebs/database.ts'

/** How many learners a large college group has in its ebs, those of earlier years included. */
export const learners = 250_000

/**
 * Fills empty tables of ebs with learners, courses and enrolments, made in the database itself; some
 * have one ULN between two, the temporary one, or none.
 */
export async function fillEbs(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(names)
    await client.query(people)
    await client.query(merges)
    await client.query(enrolments)
    await client.query('vacuum analyze')
  })
}

/** Gives nearly all of them twelve attainments, in two imports some of whose records were changed later. */
export async function fillAttainments(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(attainments)
    await client.query('vacuum analyze attainments')
  })
}

const names = `
create function pick(list text[], seed bigint, salt int) returns text language sql immutable as
  $$ select list[1 + abs(hashint8(seed * 31 + salt)) % array_length(list, 1)] $$`

const people = `
insert into people (person_code, surname, forename, known_as, date_of_birth, sex, is_active,
  unique_learn_no, lrs_ability_to_share, fes_staff_code, registration_no, school, created_by, created_date)
select n,
  pick('{Smith,Jones,Taylor,Brown,Williams,Wilson,Johnson,Davies,Robinson,Wright,Thompson,Evans,Walker,White,Roberts,Green,Hall,Wood,Jackson,Clarke,Khan,Patel,Ahmed,Ali,Hussain,Begum,Singh,Nowak,Müller,García,O''Neill,Sørensen}'::text[], n, 1)
    || pick('{"","","","","","",son,field,worth,ley,-Hughes,-Price,-Morgan,wood,man,ford,ton,by}'::text[], n, 2),
  pick('{Amelia,Olivia,Jack,Harry,Zoë,Chloé,Mohammed,Thomas,Joshua,Emily,Sophie,Joseph,John,Joanne,Daniel,Aisha,Ryan,Liam,Noah,Ella}'::text[], n, 3)
    || pick('{"","","",-Jane,-Lee,-Rose,-May,-James}'::text[], n, 4),
  case when n % 9 = 0 then 'Jo' end,
  date '1990-01-01' + (abs(hashint8(n * 7)) % 6500),
  case when n % 2 = 0 then 'F' else 'M' end,
  case when n % 10 < 3 then 'Y' else 'N' end,
  case when n % 300 = 5 then 9999999999
    when n % 1000 = 2 then 1000000000 + (n - 1) * 11
    when n % 12 <> 0 then 1000000000 + n * 11 end,
  (n % 3)::text,
  case when n % 40 = 0 then 'S' || n end,
  'R' || n, 'SCH' || n % 90, 'bench', now()
from generate_series(1, ${learners}) n`

/** Some people were in ebs twice; of two with one ULN every other pair are one person. */
const merges = `
insert into people_deduplication_audit (id, removed_person_code, retained_person_code)
select n, n, n - 1 from generate_series(1, ${learners}) n where n % 2000 = 2 or n % 100 = 50`

const enrolments = `
insert into unit_instances (fes_unit_instance_code, fes_long_description)
  select 'CRS' || c, 'Course ' || c from generate_series(1, 600) c;
insert into unit_instance_occurrences
    (uio_id, fes_uins_instance_code, calocc_occurrence_code, fes_start_date, owning_organisation)
  select c * 10 + y, 'CRS' || c, (18 + y) || '/' || (19 + y), make_date(2018 + y, 9, 1), 'ORG' || c % 25
  from generate_series(1, 600) c, generate_series(0, 7) y;
insert into people_units (id, person_code, uio_id, progress_status)
  select n * 2 + k, n, (1 + abs(hashint8(n * 13 + k)) % 600) * 10 + abs(hashint8(n + k * 5)) % 8, 'A'
  from generate_series(1, ${learners}) n, generate_series(0, 1) k`

const attainments = `
insert into attainments (attainment_code, per_person_code, atype_attainment_type_code, description,
  grade, date_awarded, fes_qualification_aim, source, source_id, created_by, created_date, updated_date)
select n * 12 + k, n, 'PLR', 'GCSE (9-1) Full Course in Subject ' || k, 'B', date '2020-08-20',
  '6001166X', case when n % 10 = 9 then null when k = 12 then 'HAND' else 'PLR data' end, n * 12 + k,
  'bench', date '2020-09-01' + (abs(hashint8(n)) % 2000) * interval '1 day' + k * interval '1 minute',
  case when (n + k) % 15 = 0 then date '2024-09-01' + (abs(hashint8(n + k)) % 700) * interval '1 day' end
from generate_series(1, ${learners}) n, generate_series(1, 12) k where n % 20 <> 7
order by k > 8, n, k`
