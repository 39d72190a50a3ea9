CREATE OR REPLACE FUNCTION order_total(wanted bigint) RETURNS numeric LANGUAGE sql STABLE AS $$
    SELECT total FROM orders WHERE id = wanted;
$$;
