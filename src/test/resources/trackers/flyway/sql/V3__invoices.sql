CREATE TABLE invoices (id serial PRIMARY KEY, order_id integer REFERENCES orders (id));
