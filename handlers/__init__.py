"""Updates in, one service called, one screen out."""
