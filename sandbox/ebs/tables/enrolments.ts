/** Courses, their occurrences, the owning organisations, and who is enrolled on what. */
export const enrolments = `
create table if not exists organisation_units (
  organisation_code varchar(30) primary key,
  fes_full_name varchar(100),
  institution_context_id numeric(10)
);

create table if not exists unit_instances (
  fes_unit_instance_code varchar(20) primary key,
  fes_long_description varchar(100),
  institution_context_id numeric(10)
);

create table if not exists unit_instance_occurrences (
  uio_id numeric(10) primary key,
  fes_uins_instance_code varchar(20) not null references unit_instances,
  calocc_occurrence_code varchar(10) not null,
  fes_start_date date,
  fes_end_date date,
  owning_organisation varchar(30),
  sloc_location_code varchar(10),
  institution_context_id numeric(10)
);
create unique index if not exists unit_instance_occurrences_course
  on unit_instance_occurrences (fes_uins_instance_code, calocc_occurrence_code, uio_id);
create index if not exists unit_instance_occurrences_owner
  on unit_instance_occurrences (owning_organisation);

create table if not exists people_units (
  id numeric(10) primary key,
  unit_type varchar(10),
  person_code numeric(10) not null references people,
  uio_id numeric(10) references unit_instance_occurrences,
  progress_code varchar(10),
  progress_status varchar(10),
  progress_date date,
  institution_context_id numeric(10),
  created_by varchar(30),
  created_date timestamp,
  updated_by varchar(30),
  updated_date timestamp
);
create index if not exists people_units_person on people_units (person_code);
create index if not exists people_units_occurrence on people_units (uio_id);
`
