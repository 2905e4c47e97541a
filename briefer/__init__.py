"""briefer: advocacy briefings built from verbatim, cited passages."""

__version__ = "0.1.0"
