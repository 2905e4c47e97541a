"""What the writer and the reader of PDF files agree on: the attachment, where the text stands."""

ATTACHED = "manifest.json"
"""The name of the attached file with the manifest."""

TOP, BOTTOM = 68.0, 64.0
"""Margins above and below the text, in points; the marking and the foot stand in them."""
