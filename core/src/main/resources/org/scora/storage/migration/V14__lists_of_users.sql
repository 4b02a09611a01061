-- Allow and block lists of users, for one mailbox each. Apart from those of the domains, which an older version that runs
-- beside this one would read as the domain's.
CREATE TABLE user_list_entry (
    domain VARCHAR(253) NOT NULL REFERENCES protected_domain (name) ON DELETE CASCADE,
    local_part VARCHAR(254) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    pattern VARCHAR(510) NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE,
    note VARCHAR(500) NOT NULL,
    PRIMARY KEY (domain, local_part, kind, pattern)
);

-- Empty for the domain's own lists.
ALTER TABLE list_change ADD COLUMN mailbox VARCHAR(254);
CREATE INDEX list_change_mailbox ON list_change (domain, mailbox, id);
