ALTER TABLE customers
    ADD COLUMN phone varchar(32),
    ADD COLUMN active boolean NOT NULL DEFAULT true;
ALTER TABLE customers ALTER COLUMN full_name SET NOT NULL;
