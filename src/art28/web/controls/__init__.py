"""Recurring checks behind measures, what they found, alarms where one is missed or fails; and things with custody."""
