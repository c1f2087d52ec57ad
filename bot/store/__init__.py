"""SQL and nothing else; every function takes a transaction."""
