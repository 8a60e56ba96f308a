"""Template tags of flow-down."""
