-- How often mail was refused or put off, by the hour. Not each refusal has a line in the journal, since anybody can cause
-- as many as they want; here all of them count.
CREATE TABLE refusal_count (
    recipient_domain VARCHAR(320) NOT NULL,
    counted_hour TIMESTAMP WITH TIME ZONE NOT NULL,
    reason VARCHAR(40) NOT NULL,
    refused BIGINT NOT NULL,
    PRIMARY KEY (recipient_domain, counted_hour, reason)
);
