-- Counters of rate-limiter-flexible: a keyed hash of the caller, never an address.
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

-- Secrets of one-time links that belong to no school yet (the first administrator's).
create table set_up_link (
  token_hash text primary key,
  made_at timestamptz not null,
  -- The account that was made with it; a school can be set up once by that account.
  user_id text,
  used_at timestamptz
);

-- Accounts of staff, kept by better-auth. A person may work for several schools; what they may do is in "member".
create table "user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean
);
create table session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references "user" on delete cascade
);
create index session_by_user on session ("userId");
create table account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references "user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index account_by_user on account ("userId");
create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on verification (identifier);
create table "twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references "user" on delete cascade,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index two_factor_by_user on "twoFactor" ("userId");

-- Who works for a school, in which roles.
create table member (
  school_id uuid not null references school,
  id uuid not null,
  user_id text references "user",
  name bytea not null,
  email bytea not null,
  email_hash text not null,
  roles text[] not null,
  state text not null check (state in ('invited', 'active', 'ended')),
  invite_hash text unique,
  invite_expires_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (school_id, id),
  unique (school_id, email_hash)
);
call guard_table('member');
-- At sign-in, before a school is known, a person may find their own memberships, and nobody else's.
create policy own_memberships on member for select
  using (user_id = nullif(current_setting('handbell.user_id', true), ''));
-- An invitation is found by the hash of its secret.
create policy by_invite on member for select
  using (invite_hash = nullif(current_setting('handbell.invite_hash', true), ''));

-- School years and the days without school, as the school writes them down.
create table school_year (
  school_id uuid not null references school,
  id uuid not null,
  name text not null,
  first_day date not null,
  last_day date not null,
  terms jsonb not null,
  closed jsonb not null,
  primary key (school_id, id)
);
call guard_table('school_year');
