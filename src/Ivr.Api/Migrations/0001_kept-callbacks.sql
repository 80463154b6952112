CREATE TABLE kept_callbacks (
    entry TEXT NOT NULL PRIMARY KEY,
    ticket TEXT NOT NULL,
    number_sealed TEXT NOT NULL,
    arrived_at $instant$ NOT NULL,
    earliest $instant$ NOT NULL,
    latest $instant$ NULL
);
