"""Project descriptions and frequent questions, read from TOML, typed and linted."""
