-- Every look at a case: by a caller's keys, by a consultant's search, with its outcome. Callers stand here by a keyed hash.
CREATE TABLE case_audit (
    id $id$,
    at $instant$ NOT NULL,
    action text NOT NULL,
    actor text NOT NULL,
    call_id text,
    case_key text,
    case_number text,
    outcome text NOT NULL
);
CREATE INDEX case_audit_by_time ON case_audit (at, id);
CREATE INDEX case_audit_by_case ON case_audit (case_number, at);
CREATE INDEX case_audit_by_call ON case_audit (call_id, at);

-- Signs of abuse, one open row a kind and subject, until a supervisor has seen it.
CREATE TABLE case_alarms (
    id $id$,
    kind text NOT NULL,
    subject text NOT NULL,
    first_at $instant$ NOT NULL,
    last_at $instant$ NOT NULL,
    times $number$ NOT NULL DEFAULT 1,
    seen_at $instant$,
    seen_by text
);
CREATE UNIQUE INDEX case_alarms_open ON case_alarms (kind, subject) WHERE seen_at IS NULL;
CREATE INDEX case_alarms_by_time ON case_alarms (last_at);

-- The key of the hashes, made once by the first node that needs it.
CREATE TABLE case_secrets (
    name text PRIMARY KEY,
    value text NOT NULL
);
