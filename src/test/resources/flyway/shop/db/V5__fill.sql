INSERT INTO customers (email, full_name) VALUES ('a@example.org', 'A; B'), ('c@example.org', $$it's C$$);
UPDATE customers SET full_name = upper(full_name);
