ALTER TABLE customers DROP COLUMN phone;
DROP INDEX orders_customer_idx;
