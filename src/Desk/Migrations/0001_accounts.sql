CREATE TABLE desk_accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password_hash TEXT NULL,
    roles TEXT NOT NULL,
    stamp TEXT NOT NULL,
    totp_secret TEXT NULL,
    totp_step $number$ NOT NULL DEFAULT 0,
    issuer TEXT NULL,
    subject TEXT NULL,
    disabled_at $instant$ NULL,
    is_demo $flag$ NOT NULL,
    created_at $instant$ NOT NULL,
    signed_in_at $instant$ NULL,
    UNIQUE (issuer, subject)
);

CREATE TABLE desk_recovery_codes (
    account_id TEXT NOT NULL REFERENCES desk_accounts (id),
    code_hash TEXT NOT NULL,
    PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE desk_links (
    token_hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    account_id TEXT NULL REFERENCES desk_accounts (id),
    expires_at $instant$ NOT NULL
);

CREATE TABLE desk_guesses (
    name_hash TEXT NOT NULL PRIMARY KEY,
    failures $number$ NOT NULL,
    closed_until $instant$ NOT NULL,
    tried_at $instant$ NOT NULL
);

CREATE TABLE desk_devices (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES desk_accounts (id),
    kind TEXT NOT NULL,
    address TEXT NOT NULL
);

CREATE TABLE desk_languages (
    account_id TEXT NOT NULL REFERENCES desk_accounts (id),
    language TEXT NOT NULL,
    level $number$ NOT NULL,
    PRIMARY KEY (account_id, language)
);
