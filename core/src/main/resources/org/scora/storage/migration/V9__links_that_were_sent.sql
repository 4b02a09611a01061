-- Links in mails. Of the token only a hash is kept, so that nobody who reads this can follow a link.
CREATE TABLE link (
    -- SHA-256 in hexadecimal.
    token_hash CHAR(64) PRIMARY KEY,
    kind VARCHAR(20) NOT NULL,
    -- The address of the mailbox, in lower case.
    owner VARCHAR(320) NOT NULL,
    -- The key of a held message, or empty.
    about VARCHAR(1000) NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE
);
CREATE INDEX link_owner ON link (owner);
CREATE INDEX link_about ON link (about);
CREATE INDEX link_expires ON link (expires);
