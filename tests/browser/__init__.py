"""The sandbox's page, in a real browser, as a newcomer finds it."""
