-- With whom the protected domains have had to do: an address, a domain, or a network in CIDR notation; lower case.
CREATE TABLE correspondent (
    domain VARCHAR(253) NOT NULL REFERENCES protected_domain (name) ON DELETE CASCADE,
    peer VARCHAR(320) NOT NULL,
    first_seen TIMESTAMP WITH TIME ZONE NOT NULL,
    last_seen TIMESTAMP WITH TIME ZONE NOT NULL,
    written_to BIGINT NOT NULL,
    wanted BIGINT NOT NULL,
    PRIMARY KEY (domain, peer)
);
CREATE INDEX correspondent_time ON correspondent (last_seen);

-- Who was asked to come again. A pool is a network in CIDR notation, or a domain.
CREATE TABLE greylisted (
    pool VARCHAR(253) NOT NULL,
    domain VARCHAR(253) NOT NULL,
    sender_domain VARCHAR(253) NOT NULL,
    first_seen TIMESTAMP WITH TIME ZONE NOT NULL,
    last_seen TIMESTAMP WITH TIME ZONE NOT NULL,
    let_in BOOLEAN NOT NULL,
    PRIMARY KEY (pool, domain, sender_domain)
);
CREATE INDEX greylisted_time ON greylisted (let_in, last_seen);
