const userColumns = Array.from({ length: 36 }, (_, at) => `user_${at + 1} varchar(240)`)

/** ATTAINMENTS with its way of giving out codes, and the rows that may refer to an attainment. */
export const attainments = `
create sequence if not exists attainment_code_seq start 1;
create table if not exists attainments (
  attainment_code numeric(10) primary key default nextval('attainment_code_seq'),
  per_person_code numeric(10) not null references people,
  atype_attainment_type_code varchar(10) not null,
  description varchar(240),
  grade varchar(255),
  date_awarded date,
  date_conferred date,
  fes_qualification_aim varchar(8),
  fes_year_achieved numeric(4),
  fes_exam_board varchar(10),
  fes_exam_type varchar(10),
  fes_predicted_grade varchar(30),
  fes_ncvq_ref varchar(20),
  fes_ncvq_level numeric(1),
  cats_level varchar(1),
  cats_credits numeric(6, 2),
  mark numeric(6, 2),
  outcome varchar(6),
  fes_this_inst varchar(1),
  fes_funding_year varchar(10),
  local_qoe varchar(10),
  source varchar(10),
  source_id numeric(10),
  people_units_id numeric(10),
  grading_scheme_id numeric(10),
  configurable_status_id numeric(10),
  award_status varchar(40),
  organisation_type varchar(40),
  organisation_code varchar(30),
  expiry_date date,
  points numeric(10, 2),
  sitting varchar(2),
  ${userColumns.join(',\n  ')},
  institution_context_id numeric(10),
  created_by varchar(30),
  created_date timestamp,
  updated_by varchar(30),
  updated_date timestamp
);
alter sequence attainment_code_seq owned by attainments.attainment_code;
create index if not exists attainments_person on attainments (per_person_code);

create table if not exists people_unit_attainments (
  id numeric(10) primary key,
  people_units_id numeric(10) references people_units,
  attainment_code numeric(10) references attainments,
  link_type varchar(10),
  institution_context_id numeric(10),
  created_by varchar(30),
  created_date timestamp,
  updated_by varchar(30),
  updated_date timestamp
);
create index if not exists people_unit_attainments_attainment
  on people_unit_attainments (attainment_code);
`
