-- Recordings of conversations that the telephone network keeps, until they are deleted there. A row goes with its recording.
CREATE TABLE call_recordings (
    recording_id text PRIMARY KEY,
    call_id text NOT NULL,
    started_at $instant$ NOT NULL,
    delete_at $instant$ NOT NULL
);
CREATE INDEX call_recordings_by_deletion ON call_recordings (delete_at, recording_id);
