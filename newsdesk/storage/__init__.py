"""The newsroom's database, SQLite or PostgreSQL; rows stay inside, domain objects go in and out."""
