"""Something happened under an agreement: a person says so, and the obligations that it starts run."""
