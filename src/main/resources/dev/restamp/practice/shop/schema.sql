-- The schema of the shop, statement by statement as `alembic upgrade head --sql` writes it for project/, without the
-- transaction and the steps of the version table. A test compares it with what Alembic builds.

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade <base> -> 1a2b3c4d5e6f
CREATE TABLE users (
    id SERIAL NOT NULL,
    email VARCHAR(255) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_users_email UNIQUE (email)
);

-- Running upgrade 1a2b3c4d5e6f -> 2b3c4d5e6f70
CREATE TABLE orders (
    id SERIAL NOT NULL,
    user_id INTEGER NOT NULL,
    total NUMERIC(10, 2) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(user_id) REFERENCES users (id)
);

-- Running upgrade 2b3c4d5e6f70 -> 3c4d5e6f7081
ALTER TABLE orders ADD COLUMN status TEXT DEFAULT 'new';

-- Running upgrade 3c4d5e6f7081 -> 5e6f708192a3
CREATE TABLE audit_log (
    id BIGSERIAL NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (id)
);

-- Running upgrade 3c4d5e6f7081 -> 4d5e6f708192
CREATE TABLE invoices (
    id SERIAL NOT NULL,
    order_id INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(order_id) REFERENCES orders (id)
);

-- Running upgrade 4d5e6f708192, 5e6f708192a3 -> 6f708192a3b4

-- Running upgrade 6f708192a3b4 -> 708192a3b4c5
CREATE INDEX ix_orders_user_id ON orders (user_id);
