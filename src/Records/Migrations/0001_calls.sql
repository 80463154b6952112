-- Finished calls. Everything is computed from the events, which are kept whole for the time line.
CREATE TABLE calls (
    call_id text PRIMARY KEY,
    caller_key text,
    version $number$ NOT NULL DEFAULT 0,
    arrived_at $instant$ NOT NULL,
    ended_at $instant$ NOT NULL,
    language text,
    topic text,
    outcome text NOT NULL,
    asked_at $instant$,
    wait_ms $number$,
    talk_ms $number$ NOT NULL DEFAULT 0,
    hold_ms $number$ NOT NULL DEFAULT 0,
    wrap_up_ms $number$ NOT NULL DEFAULT 0,
    consultant text,
    ended_by text NOT NULL,
    disposition text,
    events text NOT NULL
);
CREATE INDEX calls_by_arrival ON calls (arrived_at, call_id);
CREATE INDEX calls_by_caller ON calls (caller_key, arrived_at);
CREATE INDEX calls_by_consultant ON calls (consultant, arrived_at, call_id);
CREATE INDEX calls_by_outcome ON calls (outcome, arrived_at, call_id);
CREATE INDEX calls_by_language ON calls (language, arrived_at, call_id);
CREATE INDEX calls_by_topic ON calls (topic, arrived_at, call_id);

-- Sums by quarter hour and by day of the office. They hold nothing of a person and outlive the calls that they count.
CREATE TABLE call_figures (
    grain text NOT NULL,
    starts_at $instant$ NOT NULL,
    language text NOT NULL,
    topic text NOT NULL,
    arrived $number$ NOT NULL DEFAULT 0,
    left_greeting $number$ NOT NULL DEFAULT 0,
    self_service $number$ NOT NULL DEFAULT 0,
    turned_away $number$ NOT NULL DEFAULT 0,
    asked $number$ NOT NULL DEFAULT 0,
    answered $number$ NOT NULL DEFAULT 0,
    abandoned $number$ NOT NULL DEFAULT 0,
    abandoned_ringing $number$ NOT NULL DEFAULT 0,
    went_back $number$ NOT NULL DEFAULT 0,
    callback_pending $number$ NOT NULL DEFAULT 0,
    callback_unreached $number$ NOT NULL DEFAULT 0,
    callbacks $number$ NOT NULL DEFAULT 0,
    wait_ms $number$ NOT NULL DEFAULT 0,
    talk_ms $number$ NOT NULL DEFAULT 0,
    hold_ms $number$ NOT NULL DEFAULT 0,
    wrap_up_ms $number$ NOT NULL DEFAULT 0,
    look_ups $number$ NOT NULL DEFAULT 0,
    look_ups_found $number$ NOT NULL DEFAULT 0,
    announced $number$ NOT NULL DEFAULT 0,
    announced_right $number$ NOT NULL DEFAULT 0,
    survey_answers $number$ NOT NULL DEFAULT 0,
    survey_sum $number$ NOT NULL DEFAULT 0,
    answered_5 $number$ NOT NULL DEFAULT 0,
    answered_10 $number$ NOT NULL DEFAULT 0,
    answered_15 $number$ NOT NULL DEFAULT 0,
    answered_20 $number$ NOT NULL DEFAULT 0,
    answered_30 $number$ NOT NULL DEFAULT 0,
    answered_45 $number$ NOT NULL DEFAULT 0,
    answered_60 $number$ NOT NULL DEFAULT 0,
    answered_90 $number$ NOT NULL DEFAULT 0,
    answered_120 $number$ NOT NULL DEFAULT 0,
    answered_180 $number$ NOT NULL DEFAULT 0,
    answered_300 $number$ NOT NULL DEFAULT 0,
    answered_600 $number$ NOT NULL DEFAULT 0,
    answered_900 $number$ NOT NULL DEFAULT 0,
    answered_1800 $number$ NOT NULL DEFAULT 0,
    answered_more $number$ NOT NULL DEFAULT 0,
    lost_5 $number$ NOT NULL DEFAULT 0,
    lost_10 $number$ NOT NULL DEFAULT 0,
    lost_15 $number$ NOT NULL DEFAULT 0,
    lost_20 $number$ NOT NULL DEFAULT 0,
    lost_30 $number$ NOT NULL DEFAULT 0,
    lost_45 $number$ NOT NULL DEFAULT 0,
    lost_60 $number$ NOT NULL DEFAULT 0,
    lost_90 $number$ NOT NULL DEFAULT 0,
    lost_120 $number$ NOT NULL DEFAULT 0,
    lost_180 $number$ NOT NULL DEFAULT 0,
    lost_300 $number$ NOT NULL DEFAULT 0,
    lost_600 $number$ NOT NULL DEFAULT 0,
    lost_900 $number$ NOT NULL DEFAULT 0,
    lost_1800 $number$ NOT NULL DEFAULT 0,
    lost_more $number$ NOT NULL DEFAULT 0,
    longest_wait_ms $number$ NOT NULL DEFAULT 0,
    PRIMARY KEY (grain, starts_at, language, topic)
);

CREATE TABLE consultant_figures (
    grain text NOT NULL,
    starts_at $instant$ NOT NULL,
    consultant text NOT NULL,
    offered $number$ NOT NULL DEFAULT 0,
    accepted $number$ NOT NULL DEFAULT 0,
    refused $number$ NOT NULL DEFAULT 0,
    missed $number$ NOT NULL DEFAULT 0,
    ring_ms $number$ NOT NULL DEFAULT 0,
    talk_ms $number$ NOT NULL DEFAULT 0,
    hold_ms $number$ NOT NULL DEFAULT 0,
    wrap_up_ms $number$ NOT NULL DEFAULT 0,
    PRIMARY KEY (grain, starts_at, consultant)
);

-- How callers went through the menu, by day.
CREATE TABLE menu_figures (
    grain text NOT NULL,
    starts_at $instant$ NOT NULL,
    language text NOT NULL,
    node text NOT NULL,
    entered $number$ NOT NULL DEFAULT 0,
    went_on $number$ NOT NULL DEFAULT 0,
    asked $number$ NOT NULL DEFAULT 0,
    ended $number$ NOT NULL DEFAULT 0,
    PRIMARY KEY (grain, starts_at, language, node)
);
