"""A finished PDF -> the same under the operator's seal (PAdES), and what a sealed file proves."""
