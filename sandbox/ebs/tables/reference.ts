/** Code lists, schools, grading schemes and the institution's settings. */
export const reference = `
create table if not exists schools (
  school_code varchar(10) primary key,
  full_name varchar(100),
  institution_context_id numeric(10)
);

create table if not exists verifiers (
  rv_domain varchar(30) not null,
  low_value varchar(30) not null,
  fes_short_description varchar(30),
  fes_long_description varchar(240),
  fes_active varchar(1),
  institution_context_id numeric(10),
  primary key (rv_domain, low_value)
);

create table if not exists grading_schemes (
  id numeric(10) primary key,
  name varchar(100),
  description varchar(240),
  institution_context_id numeric(10)
);

create table if not exists grading_scheme_grades (
  id numeric(10) primary key,
  grading_scheme_id numeric(10) not null references grading_schemes,
  grade varchar(255) not null,
  points numeric(10, 2),
  rank numeric(4),
  institution_context_id numeric(10)
);

create table if not exists web_config (
  parameter varchar(100) primary key,
  parameter_value varchar(4000),
  restrict_to_licence varchar(100),
  institution_context_id numeric(10)
);

create table if not exists addresses (
  id numeric(10) primary key,
  owner_ref varchar(30),
  address_type varchar(10),
  address_line_1 varchar(100),
  town varchar(50),
  uk_post_code_pt1 varchar(4),
  uk_post_code_pt2 varchar(4),
  institution_context_id numeric(10)
);
`
