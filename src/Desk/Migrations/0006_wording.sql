CREATE TABLE desk_wording_versions (
    version $number$ NOT NULL PRIMARY KEY,
    made_at $instant$ NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    note TEXT NOT NULL,
    restores $number$ NULL,
    content TEXT NOT NULL
);

CREATE TABLE desk_wording_drafts (
    prompt TEXT NOT NULL PRIMARY KEY,
    changed_at $instant$ NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    content TEXT NOT NULL
);

CREATE TABLE desk_prompt_sounds (
    content_hash TEXT NOT NULL PRIMARY KEY,
    wav $bytes$ NOT NULL
);
