"""A layer of text that is kept as its runs is the same layer when it is read again, whatever was mended in it."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from art28.document.layer import Layer
from art28.web.agreements.prepared import _layer, _runs

_AT_MOST = 1 << 31

copied = st.tuples(st.just(None), st.integers(1, 6))
replaced = st.tuples(st.sampled_from((0, 1, 2, 255, 256, 257, 65_536)), st.integers(1, 4))
moved = st.sampled_from((0, 0, 0, 1, 2, 255, 256, 257, 65_536, 1 << 24, -1, -2, -300))
pieces = st.lists(st.tuples(moved, copied | replaced), max_size=12)


def layer_of(given_pieces: list[tuple[int, tuple[int | None, int]]]) -> Layer:
    """A layer over a parent in which each piece stands `moved` behind the one before it, or in front where that is less."""
    starts, ends, at = array("I"), array("I"), 0
    for move, (width, many) in given_pieces:
        at = min(max(0, at + move), _AT_MOST)
        if width is None:
            starts.extend(range(at, at + many))
            ends.extend(range(at + 1, at + many + 1))
            at += many
        else:
            starts.extend([at] * many)
            ends.extend([at + width] * many)
            at += width
    return Layer("x" * len(starts), starts, ends)


@given(pieces)
def test_runs_make_the_layer_again(given_pieces: list[tuple[int, tuple[int | None, int]]]) -> None:
    layer = layer_of(given_pieces)
    runs = list(_runs(layer))
    assert _layer(layer.text, runs, layer.jumps) == layer
    assert sum(length for length, _, _ in runs) == len(layer.text)


def test_a_text_that_is_copied_is_one_run() -> None:
    starts, ends = array("I", range(1_000)), array("I", range(1, 1_001))
    assert list(_runs(Layer("x" * 1_000, starts, ends))) == [(1_000, 0, -1)]


def test_what_is_left_out_and_what_is_replaced_part_the_runs() -> None:
    starts, ends = array("I", (0, 1, 300, 301, 302, 302)), array("I", (1, 2, 301, 302, 310, 310))
    assert list(_runs(Layer("abcdee", starts, ends))) == [(2, 0, -1), (2, 300, -1), (2, 302, 310)]
