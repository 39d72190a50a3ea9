CREATE TABLE orders (
    id          bigserial PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
    state       order_state NOT NULL DEFAULT 'new',
    total       numeric(12, 2) NOT NULL DEFAULT 0,
    CONSTRAINT total_is_not_negative CHECK (total >= 0)
);
CREATE INDEX orders_customer_idx ON orders (customer_id, id DESC);
