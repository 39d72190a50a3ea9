CREATE INDEX CONCURRENTLY orders_open_idx ON orders (customer_id) WHERE state = 'new';
