-- The register of cases, filled by import from the office's own system. There is no column for the outcome of a decision.
CREATE TABLE cases (
    id $id$,
    number text NOT NULL UNIQUE,
    running_number $number$ NOT NULL,
    year $number$ NOT NULL,
    kind text NOT NULL,
    office text NOT NULL,
    unit text NOT NULL,
    stage text NOT NULL,
    stage_since $day$ NOT NULL,
    birth_date $day$ NOT NULL,
    missing text NOT NULL DEFAULT '',
    answer_until $day$,
    visit_at $instant$,
    card_place text,
    card_from $day$,
    fingerprint $number$ NOT NULL,
    imported_at $instant$ NOT NULL
);
CREATE INDEX cases_by_keys ON cases (running_number, year);

CREATE TABLE case_stages (
    case_id $number$ NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    since $day$ NOT NULL,
    stage text NOT NULL,
    PRIMARY KEY (case_id, since, stage)
);

-- What look-ups read. An office that lets us query its own database gives these two views there.
CREATE VIEW case_register AS
    SELECT number, running_number, year, kind, office, unit, stage, stage_since, birth_date, missing, answer_until, visit_at, card_place, card_from
    FROM cases;
CREATE VIEW case_register_history AS
    SELECT c.number, s.stage, s.since FROM case_stages s JOIN cases c ON c.id = s.case_id;

CREATE TABLE case_imports (
    id $id$,
    file_name text NOT NULL,
    content_hash text NOT NULL,
    finished_at $instant$ NOT NULL,
    new_cases $number$ NOT NULL,
    changed_cases $number$ NOT NULL,
    unchanged_cases $number$ NOT NULL,
    rejected_rows $number$ NOT NULL
);
CREATE INDEX case_imports_by_time ON case_imports (finished_at);
