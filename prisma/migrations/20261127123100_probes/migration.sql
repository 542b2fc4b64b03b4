-- Probes ask once a minute. Their tickets count downwards, so that no number of a real one is used up.
create sequence probe_ticket_numbers;
