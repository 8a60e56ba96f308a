"""Reports of breaches from sub-processors: what they say, when, and what of it we take over."""
