CREATE TABLE order_lines (
    order_id bigint  NOT NULL,
    line     integer NOT NULL,
    sku      text    NOT NULL,
    quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND ${max}),
    CONSTRAINT order_lines_pk PRIMARY KEY (order_id, line),
    CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);
