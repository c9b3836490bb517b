"""Reading a PDF back, as a program for people who can't see does."""

import io

from pypdf import PdfReader


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def text(content: bytes) -> str:
    """What stands on all pages, with one blank for any space."""
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


def fonts(content: bytes) -> dict[str, bool]:
    """The fonts by name, and whether their letters come with the file."""
    found = {}
    for page in read(content).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            one = font.get_object()["/DescendantFonts"][0].get_object()
            described = one["/FontDescriptor"].get_object()
            found[one["/BaseFont"]] = any(key in described for key in ("/FontFile2", "/FontFile3"))
    return found


def says_it_is_for_everybody(content: bytes) -> bool:
    """Whether it is tagged and says that it keeps PDF/UA-1."""
    root = read(content).root_object
    marked = root.get("/MarkInfo", {}).get("/Marked")
    metadata = root["/Metadata"].get_data().decode() if "/Metadata" in root else ""
    return bool(marked) and "/StructTreeRoot" in root and "<pdfuaid:part>1</pdfuaid:part>" in metadata
