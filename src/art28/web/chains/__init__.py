"""The chain: what customers were promised held against what suppliers promise, with its picture and its reports."""
