"""The law as data: provisions and parameters with the dates between which they hold, read from `parameters/*.toml`."""
