-- Runs as it is on H2 and on PostgreSQL. Names of domains stand in lower case and in ASCII, mailboxes in lower case.

CREATE TABLE protected_domain (
    name VARCHAR(253) NOT NULL PRIMARY KEY,
    state VARCHAR(20) NOT NULL,
    route TEXT NOT NULL,
    accepts_any_mailbox BOOLEAN NOT NULL,
    administrators TEXT NOT NULL
);

CREATE TABLE mailbox (
    domain VARCHAR(253) NOT NULL REFERENCES protected_domain (name) ON DELETE CASCADE,
    local_part VARCHAR(254) NOT NULL,
    PRIMARY KEY (domain, local_part)
);

-- Apart from the mailboxes: a domain that takes any mailbox has exempt recipients too.
CREATE TABLE exempt_recipient (
    domain VARCHAR(253) NOT NULL REFERENCES protected_domain (name) ON DELETE CASCADE,
    local_part VARCHAR(254) NOT NULL,
    PRIMARY KEY (domain, local_part)
);

CREATE TABLE list_entry (
    domain VARCHAR(253) NOT NULL REFERENCES protected_domain (name) ON DELETE CASCADE,
    kind VARCHAR(10) NOT NULL,
    pattern VARCHAR(510) NOT NULL,
    even_unauthenticated BOOLEAN NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE,
    note VARCHAR(500) NOT NULL,
    PRIMARY KEY (domain, kind, pattern)
);

CREATE TABLE held_message (
    message_key VARCHAR(1000) NOT NULL PRIMARY KEY,
    receipt VARCHAR(40) NOT NULL,
    sender VARCHAR(2048),
    subject VARCHAR(500) NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    category VARCHAR(20) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    held_at TIMESTAMP WITH TIME ZONE NOT NULL,
    size_in_bytes BIGINT NOT NULL,
    envelope TEXT NOT NULL,
    released_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX held_message_receipt ON held_message (receipt);
CREATE INDEX held_message_time ON held_message (held_at);

-- held_at is repeated here so that a domain's page of newest messages is read from one index.
CREATE TABLE held_recipient (
    message_key VARCHAR(1000) NOT NULL REFERENCES held_message (message_key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    recipient VARCHAR(2048) NOT NULL,
    domain VARCHAR(320) NOT NULL,
    held_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (message_key, place)
);
CREATE INDEX held_recipient_domain_time ON held_recipient (domain, held_at);

CREATE TABLE journal_line (
    receipt VARCHAR(40) NOT NULL,
    recipient VARCHAR(320) NOT NULL,
    recipient_domain VARCHAR(320) NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    client_address VARCHAR(64),
    sender VARCHAR(320),
    subject VARCHAR(500) NOT NULL,
    size_in_bytes BIGINT NOT NULL,
    findings VARCHAR(4000) NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    category VARCHAR(20) NOT NULL,
    disposition VARCHAR(20) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    outcome VARCHAR(20) NOT NULL,
    detail VARCHAR(1000) NOT NULL,
    PRIMARY KEY (receipt, recipient)
);
CREATE INDEX journal_line_time ON journal_line (received_at);
CREATE INDEX journal_line_domain_time ON journal_line (recipient_domain, received_at);
