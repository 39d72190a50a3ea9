--liquibase formatted sql

--changeset zoe:report runOnChange:true
--comment: what was sold
CREATE OR REPLACE VIEW report AS
SELECT o.id, o.total FROM orders o;
--rollback DROP VIEW report;

--changeset zoe:partial-index runInTransaction:false
CREATE INDEX CONCURRENTLY ix_orders_open ON orders (state) WHERE state <> 'done';

--changeset zoe:function splitStatements:false
CREATE FUNCTION sold(bigint) RETURNS numeric LANGUAGE sql AS $$
    SELECT sum(total) FROM orders WHERE customer_id = $1;
$$;

--changeset zoe:archive endDelimiter:/
CREATE TABLE archive (LIKE orders)
/
CREATE TYPE mood AS ENUM ('good', 'bad')
/

--changeset zoe:gone
DROP TABLE archive;
DROP VIEW report;
