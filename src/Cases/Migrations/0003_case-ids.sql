-- The register tells the row's own number, by which a verified case is known from the call to the desk without its case number.
DROP VIEW case_register;
CREATE VIEW case_register AS
    SELECT id, number, running_number, year, kind, office, unit, stage, stage_since, birth_date, missing, answer_until, visit_at, card_place, card_from
    FROM cases;
