-- What is known of a school before it is set up: fills in its form for whoever opens the link.
alter table set_up_link add column prefill jsonb;
