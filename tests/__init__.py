"""The tests: the project's tree again, plus laws and promises."""
