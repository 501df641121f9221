-- The day on which somebody was last told by mail that something of theirs is due: once a day at most.
alter table member add column due_mailed_on date;
