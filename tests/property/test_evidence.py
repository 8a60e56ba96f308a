"""Whatever is done to the lines of a chain, a check against an outside head names it."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from art28.evidence.verify import NotAPack, verify
from core.evidence.packs import act, altered, pack_of

_LENGTH = 8


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.lists(st.integers(0, _LENGTH - 1), max_size=_LENGTH + 2))
def test_only_the_chain_as_sealed_passes(tmp_path: Path, order: list[int]) -> None:
    head = pack_of([act(number) for number in range(1, _LENGTH + 1)], tmp_path / "pack.zip")

    def rearranged(data: bytes) -> bytes:
        rows = data.splitlines(keepends=True)
        return b"".join(rows[index] for index in order)

    _, faults, _ = verify(str(altered(tmp_path / "pack.zip", "chain.jsonl", rearranged)), head.hash, head.count)
    assert bool(faults) == (order != list(range(_LENGTH)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), part=st.sampled_from(["chain.jsonl", "contents.jsonl", "manifest.json"]))
def test_a_changed_byte_is_seen(tmp_path: Path, data: st.DataObject, part: str) -> None:
    head = pack_of([act(number) for number in range(1, 4)], tmp_path / "pack.zip")

    def flipped(content: bytes) -> bytes:
        at = data.draw(st.integers(0, len(content) - 1))
        return content[:at] + bytes([content[at] ^ data.draw(st.integers(1, 255))]) + content[at + 1 :]

    try:
        _, faults, _ = verify(str(altered(tmp_path / "pack.zip", part, flipped)), head.hash, head.count)
    except NotAPack:
        return
    assert faults or part == "manifest.json"
