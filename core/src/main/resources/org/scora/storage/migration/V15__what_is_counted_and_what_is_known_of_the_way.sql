-- What else is known of a message's way; empty in rows that an older version wrote.
ALTER TABLE journal_line ADD COLUMN message_id VARCHAR(320);
ALTER TABLE journal_line ADD COLUMN helo VARCHAR(255);
ALTER TABLE journal_line ADD COLUMN tls VARCHAR(60);
ALTER TABLE journal_line ADD COLUMN scored_in_ms BIGINT;
ALTER TABLE journal_line ADD COLUMN delivered_at TIMESTAMP WITH TIME ZONE;
-- Whether SPF or DKIM passed in line with From.
ALTER TABLE journal_line ADD COLUMN proven BOOLEAN DEFAULT FALSE NOT NULL;
-- By which senders are found: the reverse-path, and the first address in From, both in lower case.
ALTER TABLE journal_line ADD COLUMN sender_key VARCHAR(320);
ALTER TABLE journal_line ADD COLUMN author VARCHAR(320);
-- Whether pseudonyms stand for those concerned.
ALTER TABLE journal_line ADD COLUMN veiled BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE journal_line SET sender_key = LOWER(sender),
    proven = CASE WHEN facts LIKE '%"aligned":true%' THEN TRUE ELSE FALSE END;
CREATE INDEX journal_line_recipient ON journal_line (recipient, received_at);
CREATE INDEX journal_line_sender ON journal_line (sender_key, received_at);
CREATE INDEX journal_line_author ON journal_line (author, received_at);
CREATE INDEX journal_line_message_id ON journal_line (message_id);

-- Which hours, and which days of hours, are summed up in journal_total. What has no row here is counted from the lines.
CREATE TABLE journal_span (
    -- H for an hour, D for a day; in UTC.
    unit CHAR(1) NOT NULL,
    begins TIMESTAMP WITH TIME ZONE NOT NULL,
    -- Whether lines changed since it was summed up.
    stale BOOLEAN NOT NULL,
    -- Whether its lines are deleted, so that the sums are all that is left.
    gone BOOLEAN NOT NULL,
    -- Whether no line of it tells who is concerned.
    veiled BOOLEAN NOT NULL,
    PRIMARY KEY (unit, begins)
);

CREATE TABLE journal_total (
    domain VARCHAR(320) NOT NULL,
    -- By what is counted, such as RECIPIENT, and which of these.
    cut VARCHAR(20) NOT NULL,
    unit CHAR(1) NOT NULL,
    begins TIMESTAMP WITH TIME ZONE NOT NULL,
    part VARCHAR(1100) NOT NULL,
    copies BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    -- What else is summed up, and a maximum: what they mean hangs on the cut.
    more BIGINT NOT NULL,
    most BIGINT NOT NULL,
    PRIMARY KEY (domain, cut, unit, begins, part)
);
CREATE INDEX journal_total_span ON journal_total (unit, begins, cut);
CREATE INDEX refusal_count_hour ON refusal_count (counted_hour);
