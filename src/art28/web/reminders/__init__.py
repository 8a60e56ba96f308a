"""Reminders of what ends soon, the channels they take, and the alarm of a queue that nobody mans."""
