ALTER SCHEMA "analytics" RENAME TO "release_health";
