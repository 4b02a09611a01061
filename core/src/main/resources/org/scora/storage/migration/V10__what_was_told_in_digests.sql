-- In which of its mailbox's digests a held message was told; 0 for none yet.
ALTER TABLE held_recipient ADD COLUMN digest BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX held_recipient_digest ON held_recipient (domain, digest, owner);

-- The newest digest of each mailbox. The number is written before the mail is queued, and "sent" after that.
CREATE TABLE digest_mail (
    owner VARCHAR(2048) NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sent BOOLEAN NOT NULL
);
CREATE INDEX digest_mail_sent ON digest_mail (sent, owner);

-- When the digests of a domain, or of a mailbox with a plan of its own, were last seen to.
CREATE TABLE digest_round (
    scope VARCHAR(2048) NOT NULL PRIMARY KEY,
    seen_to_at TIMESTAMP WITH TIME ZONE NOT NULL
);
