CREATE TABLE only_postgresql (id $id$);
