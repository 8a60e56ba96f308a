"""Standard models recognised -> lines for people, and JSON for programs."""

from collections.abc import Iterator, Sequence

from art28.standards.recognise import Recognition, Relation, Sureness

_RELATIONS = {
    Relation.FOLLOWS: "follows",
    Relation.DECLARES: "says that it follows",
    Relation.INCORPORATES: "takes in by reference",
}
_SURENESS = {
    Sureness.CERTAIN: "",
    Sureness.LIKELY: ", likely",
    Sureness.NAMED_ONLY: ", by its name alone",
}


def model_lines(found: Sequence[Recognition], width: int) -> Iterator[str]:
    """A line for each model, with the clauses of it that weren't found and those that it doesn't have."""
    for each in found:
        version = f" {each.version}" if each.version else ""
        modules = f", modules {', '.join(map(str, each.modules))}" if each.modules else ""
        name = each.model.title("en")
        yield f"  {_RELATIONS[each.relation]}{_SURENESS[each.sureness]}: {name}{version}{modules}"[:width]
        if each.missing:
            yield f"    not found: {', '.join(clause.number for clause in each.missing)}"[:width]
        if each.added:
            yield f"    not in the model: {'; '.join(each.added)}"[:width]


def model_json(found: Sequence[Recognition], language: str) -> dict[str, object] | None:
    """The model that an agreement follows or says it follows; None where there is none."""
    own = next((each for each in found if each.relation is not Relation.INCORPORATES), None)
    return None if own is None else _recognition(own, language)


def incorporated_json(found: Sequence[Recognition], language: str) -> list[dict[str, object]]:
    """The models that an agreement takes in by a reference."""
    return [_recognition(each, language) for each in found if each.relation is Relation.INCORPORATES]


def _recognition(given: Recognition, language: str) -> dict[str, object]:
    return {
        "id": given.model.id,
        "title": given.model.title(language),
        "issuer": given.model.issuer,
        "version": given.version or None,
        "relation": given.relation.value,
        "sureness": given.sureness.value,
        "modules": list(given.modules),
        "missing": [{"number": clause.number, "title": clause.title(language)} for clause in given.missing],
        "added": list(given.added),
        "evidence": [
            {
                "kind": each.kind.value,
                "clause": each.clause or None,
                "quotes": [{"text": c.text, "page": c.page, "start": c.start, "end": c.end} for c in each.citations],
            }
            for each in given.evidence
        ],
    }
