"""The verbs that window and command line share: whatever changes or combines things."""
