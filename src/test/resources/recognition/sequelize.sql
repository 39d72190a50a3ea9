-- As umzug's SequelizeStorage makes it for sequelize-cli 6.
-- recognised: sequelize
-- latest: 20261102100000-orders.js
CREATE TABLE "SequelizeMeta" (name VARCHAR(255) NOT NULL UNIQUE, PRIMARY KEY (name));
INSERT INTO "SequelizeMeta" VALUES ('20261102100000-orders.js'), ('20261101100000-users.js');
