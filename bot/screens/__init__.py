"""What people read: values and texts in, a screen out; the only place with wording."""
