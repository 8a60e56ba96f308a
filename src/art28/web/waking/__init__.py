"""Several machines: work that has become due wakes a worker, by Procrastinate on PostgreSQL (docs/adr/0036)."""
