-- Who buys.
CREATE TABLE customers (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      varchar(320) NOT NULL,
    full_name  text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE customers IS 'customers of ${owner_note}';
