CREATE TABLE desk_seats (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES desk_accounts (id),
    seat TEXT NOT NULL,
    taken_at $instant$ NOT NULL
);
