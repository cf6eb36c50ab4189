/**
 * What a DBA would write for a page of 50 with the total and what the list shows of each learner:
 * who else has the ULN (staff, the merged away and the temporary ULN left out) and into whom ebs
 * merged them. Columns bear the names that the search gives them, so that the answers compare.
 */
export function bestStatement(where: string): string {
  return `
with found as materialized (
  select p.person_code, p.surname, p.forename from people p
  where p.fes_staff_code is null and ${where}
), page as (
  select * from found order by surname, forename, person_code limit 50
)
select p.person_code::text as "personCode", p.unique_learn_no::text as "uln", p.surname,
  p.forename as "firstName", p.known_as as "knownAs", p.previous_surname as "previousSurname",
  p.sname16 as "surnameAt16", to_char(p.date_of_birth, 'YYYY-MM-DD') as "dateOfBirth", p.sex,
  p.is_active as "active", p.lrs_ability_to_share as "abilityToShare",
  (select string_agg(q.person_code::text, ',' order by q.person_code) from people q
   where q.unique_learn_no = p.unique_learn_no and q.person_code <> p.person_code
     and p.unique_learn_no <> 9999999999 and q.fes_staff_code is null
     and not exists (select from people_deduplication_audit n
                     where n.removed_person_code = q.person_code)) as "sharesUlnWith",
  (select max(m.retained_person_code)::text from people_deduplication_audit m
   where m.removed_person_code = p.person_code) as "mergedInto",
  (select count(*) from found) as total
from page join people p using (person_code)
order by page.surname, page.forename, page.person_code`
}
