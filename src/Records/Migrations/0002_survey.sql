-- What callers answered to each question of the survey, by the consultant with whom they had spoken. Counted by the day and quarter hour of the call.
CREATE TABLE survey_figures (
    grain text NOT NULL,
    starts_at $instant$ NOT NULL,
    question text NOT NULL,
    consultant text NOT NULL,
    answered_1 $number$ NOT NULL DEFAULT 0,
    answered_2 $number$ NOT NULL DEFAULT 0,
    answered_3 $number$ NOT NULL DEFAULT 0,
    answered_4 $number$ NOT NULL DEFAULT 0,
    answered_5 $number$ NOT NULL DEFAULT 0,
    PRIMARY KEY (grain, starts_at, question, consultant)
);
