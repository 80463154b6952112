CREATE TABLE only_sqlite (id $id$);
