"""Files to hand in: good ones, and ones that pretend."""

import io
import stat
import zipfile

from PIL import Image

DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}
XLSX = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}
ODT = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"}
ODS = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>"}
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
GPS = 0x8825


def picture(form: str = "JPEG", size: tuple[int, int] = (8, 6), **other: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "teal").save(made, form, **other)
    return made.getvalue()


def picture_of_a_place() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    exif[0x0112] = 6
    exif.get_ifd(GPS)[1] = "N"
    return picture(exif=exif, comment=b"SECRET-COMMENT")


def archive(parts: dict[str, bytes], *more: tuple[str, bytes], compress: bool = True) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED) as file:
        for name, content in [*parts.items(), *more]:
            file.writestr(name, content)
    return made.getvalue()


def archive_with_link() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in DOCX.items():
            file.writestr(name, content)
        link = zipfile.ZipInfo("word/media/image.png")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(link, "/etc/passwd")
    return made.getvalue()


def archive_that_lies() -> bytes:
    """Says in its list that a part is small; what is packed there is not."""
    content = archive(DOCX, ("word/media/x.bin", b"\0" * 5000))
    return content.replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little"))


GOOD = {
    "Zertifikat.pdf": PDF,
    "Foto.png": picture("PNG"),
    "Foto.jpg": picture(),
    "Foto.JPEG": picture(),
    "Foto.webp": picture("WEBP"),
    "Brief.docx": archive(DOCX),
    "Liste.xlsx": archive(XLSX),
    "Brief.odt": archive(ODT, compress=False),
    "Liste.ods": archive(ODS),
    "Notiz.txt": "Grüße aus dem Bürgeramt\n".encode(),
    "Tabelle.csv": "Tag;Stunden\r\n1;2\r\n".encode("cp1252"),
}

PRETENDING = {
    "program.exe": b"MZ\x90",
    "zertifikat": PDF,
    ".pdf": b"MZ\x90",
    "seite.html": HTML,
    "bild.svg": SVG,
    "bild.svgz": SVG,
    "zertifikat.pdf.exe": PDF,
    "seite.pdf": HTML,
    "bild.png": SVG,
    "svg.txt": SVG,
    "html.csv": b"\xef\xbb\xbf \n" + HTML,
    "pdf.txt": PDF,
    "bild.txt": picture("PNG"),
    "null.txt": b"a\x00b",
    "jpeg.png": picture("JPEG"),
    "zip.pdf": archive(DOCX),
    "pdf.docx": PDF,
    "pdf-and-zip.pdf": PDF + archive(DOCX),
    "html-before.pdf": HTML + PDF,
    "zip-after-something.docx": SVG + archive(DOCX),
    "plain-zip.docx": archive({"a.txt": b"a"}),
    "xlsx.docx": archive(XLSX),
    "docx.odt": archive(DOCX),
    "ods.odt": archive(ODS),
    "empty.pdf": b"",
    "torn.png": picture("PNG")[:40],
    "torn.docx": archive(DOCX)[:-30],
    "too-large.pdf": b"%PDF-" + b" " * (10 * 1024 * 1024) + b"%%EOF",
}

TRAPS = {
    "many-entries": archive(DOCX, *((f"word/{n}.xml", b"") for n in range(2000))),
    "bomb": archive(DOCX, ("word/media/bomb.bin", b"\0" * (12 * 1024 * 1024))),
    "up": archive(DOCX, ("word/../../etc/passwd", b"x")),
    "absolute": archive(DOCX, ("/etc/passwd", b"x")),
    "drive": archive(DOCX, ("C:/windows.ini", b"x")),
    "case": archive(DOCX, ("WORD/document.xml", b"x")),
    "macros": archive(DOCX, ("word/vbaProject.bin", b"x")),
    "basic": archive(ODT, ("Basic/Standard/Module1.xml", b"x")),
    "link": archive_with_link(),
    "lie": archive_that_lies(),
}
