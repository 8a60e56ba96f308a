"""Technical and organisational measures: what they are about, how standards number that, what an agreement promises."""
