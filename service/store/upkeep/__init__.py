"""Looking after the database: newer tables, copies of all of it, and one programme of it."""
