"""Rows in, bytes out: calendar files and more."""
