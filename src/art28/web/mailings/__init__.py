"""Many notices about one event: prepared, looked at, approved where that is asked, released, handed over in chunks."""
