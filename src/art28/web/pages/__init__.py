"""The frame around every page: navigation, components, language, errors."""
