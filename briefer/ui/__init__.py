"""The window: panels take values in and give wishes out as signals; only this package knows Qt."""
