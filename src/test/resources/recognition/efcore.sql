-- As EF Core 9 with Npgsql makes it: HistoryRepository.
-- recognised: efcore
-- latest: 20261102100000_Orders
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" CHARACTER VARYING(150) NOT NULL, "ProductVersion" CHARACTER VARYING(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId"));
INSERT INTO "__EFMigrationsHistory" VALUES ('20261101100000_Users', '9.0.1'), ('20261102100000_Orders', '9.0.1');
