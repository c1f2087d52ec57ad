"""Use cases: one transaction per public function."""
