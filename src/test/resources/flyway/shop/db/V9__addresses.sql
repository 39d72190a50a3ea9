CREATE SEQUENCE address_seq START 1000;
CREATE TABLE addresses (
    id      bigint PRIMARY KEY DEFAULT nextval('address_seq'),
    lines   text[] NOT NULL,
    country char(2) NOT NULL,
    detail  jsonb
);
