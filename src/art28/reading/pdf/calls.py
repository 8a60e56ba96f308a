"""What PDFium is asked about each character of a page -> the same functions, called without checking the type of an argument.

The check takes longer than the answer. So what is passed must be of the type that the function takes: a number, a page of
text, or a `reference` to a value that is to be filled.
"""

import ctypes
from collections.abc import Callable

import pypdfium2.raw as pdfium_c

reference = ctypes.byref


def _address(function: Callable[..., object]) -> int:
    return ctypes.cast(function, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _unchecked(function: Callable[..., int]) -> Callable[..., int]:
    return ctypes.CFUNCTYPE(ctypes.c_int)(_address(function))


char_box = _unchecked(pdfium_c.FPDFText_GetCharBox)
rectangle = _unchecked(pdfium_c.FPDFText_GetRect)
matrix_of = _unchecked(pdfium_c.FPDFText_GetMatrix)
size_at: Callable[..., float] = ctypes.CFUNCTYPE(ctypes.c_double)(_address(pdfium_c.FPDFText_GetFontSize))
