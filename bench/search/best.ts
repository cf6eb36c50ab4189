/** What a DBA would write for a page of 50 with the total and what the list shows of each learner. */
export function bestStatement(where: string): string {
  return `
with found as materialized (
  select p.person_code, p.surname, p.forename from people p
  where p.fes_staff_code is null and ${where}
), page as (
  select * from found order by surname, forename, person_code limit 50
)
select p.person_code::text, p.unique_learn_no::text, p.surname, p.forename, p.known_as,
  p.previous_surname, p.sname16, to_char(p.date_of_birth, 'YYYY-MM-DD'), p.sex, p.is_active,
  p.lrs_ability_to_share,
  (select string_agg(q.person_code::text, ',') from people q
   where q.unique_learn_no = p.unique_learn_no and q.person_code <> p.person_code
     and q.fes_staff_code is null),
  (select max(m.retained_person_code)::text from people_deduplication_audit m
   where m.removed_person_code = p.person_code),
  (select count(*) from found)
from page join people p using (person_code)
order by p.surname, p.forename, p.person_code`
}
