--liquibase formatted sql

--changeset ana:8
--comment: investment class of positions, tag colours
CREATE TYPE investment_class AS ENUM ('PUBLIC', 'OPTIONS', 'PRIVATE');

ALTER TABLE positions ADD COLUMN investment_class investment_class;

ALTER TABLE positions ADD COLUMN investment_subtype VARCHAR(20);

UPDATE positions
   SET investment_class = CASE WHEN position_type IN ('LC', 'LP', 'SC', 'SP')
                               THEN 'OPTIONS' ELSE 'PUBLIC' END::investment_class;

ALTER TABLE positions ALTER COLUMN investment_class SET NOT NULL;

CREATE INDEX ix_positions_investment_class ON positions (investment_class);

ALTER TABLE tags RENAME colour TO color;

UPDATE tags SET color = '#4A90E2' WHERE color IS NULL;

ALTER TABLE tags ALTER COLUMN color TYPE VARCHAR(7) USING left(color, 7);

ALTER TABLE tags ALTER COLUMN color SET NOT NULL;

ALTER TABLE tags ALTER COLUMN color SET DEFAULT '#4A90E2';
