-- Who is logged in at the web console. Of the session's id only a hash is kept, so that nobody who reads this can enter.
CREATE TABLE web_session (
    -- SHA-256 in hexadecimal.
    id_hash CHAR(64) PRIMARY KEY,
    role VARCHAR(30) NOT NULL,
    -- The account; of a user, the address of the mailbox in lower case.
    name VARCHAR(320) NOT NULL,
    begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX web_session_name ON web_session (name);
CREATE INDEX web_session_seen_at ON web_session (seen_at);

-- What is known for a while of those who come to the web console, such as that a network followed a link which no person sees.
CREATE TABLE web_mark (
    -- SHA-256 in hexadecimal of what is marked, and as what.
    mark_hash CHAR(64) PRIMARY KEY,
    until_at TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX web_mark_until_at ON web_mark (until_at);

-- Codes in mails, by which a person proves to be none of the machines that follow all links.
CREATE TABLE mailed_code (
    -- SHA-256 in hexadecimal of whose code it is, and at which browser.
    whose_hash CHAR(64) PRIMARY KEY,
    code_hash CHAR(64) NOT NULL,
    expires TIMESTAMP WITH TIME ZONE NOT NULL,
    tries_left INTEGER NOT NULL
);
CREATE INDEX mailed_code_expires ON mailed_code (expires);
