"""Sub-processors: who they are, what stands behind them, and a change of one from proposal to the day itself."""
