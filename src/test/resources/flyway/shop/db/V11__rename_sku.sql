ALTER TABLE order_lines RENAME COLUMN sku TO article;
ALTER TABLE order_lines RENAME TO order_items;
