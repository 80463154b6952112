CREATE TABLE desk_audit (
    id $id$,
    at $instant$ NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    origin TEXT NOT NULL,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX desk_audit_at ON desk_audit (at, id);
CREATE INDEX desk_audit_actor ON desk_audit (actor_id, at, id);
CREATE INDEX desk_audit_action ON desk_audit (action, at, id);
CREATE INDEX desk_audit_object ON desk_audit (object_id, at, id);
