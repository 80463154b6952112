CREATE FUNCTION desk_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
    RAISE EXCEPTION ''the audit is append-only'';
END';

CREATE TRIGGER desk_audit_no_change BEFORE UPDATE OR DELETE ON desk_audit FOR EACH ROW EXECUTE FUNCTION desk_audit_refuse();
CREATE TRIGGER desk_audit_no_truncate BEFORE TRUNCATE ON desk_audit FOR EACH STATEMENT EXECUTE FUNCTION desk_audit_refuse();
