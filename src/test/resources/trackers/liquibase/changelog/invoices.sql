--liquibase formatted sql

--changeset jo:3
--comment: invoices
CREATE TABLE invoices (
    id bigint PRIMARY KEY,
    order_id bigint REFERENCES orders (id)
);
--rollback DROP TABLE invoices;
