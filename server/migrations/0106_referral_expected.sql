-- What an outside body said that it will do about a referral (D16).
alter table case_referral add column expected bytea;
