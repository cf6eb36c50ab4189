const userColumns = Array.from({ length: 50 }, (_, at) => `fes_user_${at + 1} varchar(240)`)

/** PEOPLE, who was merged into whom, and the users of ebs. */
export const people = `
create table if not exists people (
  person_code numeric(10) primary key,
  title varchar(8),
  forename varchar(50),
  middle_names varchar(240),
  surname varchar(50),
  known_as varchar(30),
  previous_surname varchar(50),
  previous_forename varchar(50),
  sname16 varchar(50),
  sex varchar(1),
  date_of_birth date,
  unique_learn_no numeric(10),
  uln_status varchar(1),
  uln_received date,
  lrs_ability_to_share varchar(1),
  lrs_verification_type varchar(3),
  lrs_updated_date timestamp,
  lrs_validation_errors numeric(10),
  upn varchar(13),
  gc_uci varchar(13),
  gc_candidate_no numeric(4),
  registration_no varchar(20),
  ni_number varchar(10),
  prior_attain_level varchar(2),
  prior_attain_year varchar(4),
  school varchar(10),
  college_email varchar(128),
  personal_email varchar(100),
  mobile_phone_number varchar(22),
  college_login varchar(30),
  is_active varchar(1),
  institution_context_id numeric(10),
  fes_staff_code varchar(15),
  ${userColumns.join(',\n  ')},
  created_by varchar(30),
  created_date timestamp,
  updated_by varchar(30),
  updated_date timestamp
);
create index if not exists people_uln on people (unique_learn_no);
create index if not exists people_name on people (surname, forename);
create index if not exists people_born on people (date_of_birth);
create index if not exists people_registration on people (registration_no);

create table if not exists people_deduplication_audit (
  id numeric(10) primary key,
  removed_person_code numeric(10) not null,
  retained_person_code numeric(10) not null,
  institution_context_id numeric(10),
  created_by varchar(30),
  created_date timestamp
);
create index if not exists people_deduplication_removed
  on people_deduplication_audit (removed_person_code);
create index if not exists people_deduplication_retained
  on people_deduplication_audit (retained_person_code);

create table if not exists users (
  name varchar(30) primary key,
  enabled varchar(1),
  locked_until timestamp,
  external_ref varchar(256),
  ldap_path varchar(256),
  ebs_person_code numeric(10),
  institution_context_id numeric(10),
  created_by varchar(30),
  created_date timestamp,
  updated_by varchar(30),
  updated_date timestamp
);
`
