"""The organisation's own legal entities, its counterparties, and whom to reach there."""
