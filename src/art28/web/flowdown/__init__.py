"""Flow-down: contracts with sub-processors held against what customers were promised, evaluations, inspections."""
