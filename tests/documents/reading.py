"""PDF files read back: their pages as plain words."""

from io import BytesIO

from pypdf import PdfReader


def pages(content: bytes) -> list[str]:
    """The words of each page, in one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def embedded_fonts(content: bytes) -> set[str]:
    """The names of all fonts of the pages, ``ABCDEF+`` in front when only a part of one is inside."""
    names: set[str] = set()
    for page in PdfReader(BytesIO(content)).pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        names |= {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    return names


def is_wide(content: bytes) -> bool:
    """Whether the first page lies on its side."""
    box = PdfReader(BytesIO(content)).pages[0].mediabox
    return bool(box.width > box.height)
