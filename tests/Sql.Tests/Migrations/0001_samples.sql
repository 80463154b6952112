CREATE TABLE samples (
    id $id$,
    name text NOT NULL UNIQUE,
    happened_at $instant$ NOT NULL,
    born $day$,
    seen $flag$ NOT NULL DEFAULT FALSE,
    amount $number$ NOT NULL DEFAULT 0
);
