"""A PDF as qpdf reads it: objects, page contents, fonts, and the structure tree with what it
holds."""

import base64
import functools
import json
import re
import subprocess
import zlib

TOKEN = re.compile(
    rb"<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+")
OPERATOR = re.compile(rb"(?!true$|false$)[A-Za-z'\"*]+[01]?")
PAINTING = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"S", b"s", b"B", b"b", b"B*", b"b*", b"Do",
            b"sh"}


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


class TaggedPdf:
    def __init__(self, path, archive_part=2):
        self.archive_part = archive_part  # that of ISO 19005 which it must name
        self.path = str(path)
        tree = json.loads(output_of("qpdf", "--json", "--json-stream-data=inline",
                                    "--decode-level=none", self.path))
        self.objects = tree["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.value(self.trailer["/Root"])
        self.page_references = [page["object"] for page in tree["pages"]]
        self.pages = [self.value(reference) for reference in self.page_references]

    def value(self, reference):
        """What `reference` leads to: of a stream its dictionary."""
        while isinstance(reference, str) and re.fullmatch(r"\d+ \d+ R", reference):
            found = self.objects["obj:" + reference]
            reference = found["stream"]["dict"] if "stream" in found else found["value"]
        return reference

    def values(self):
        """Every value of the file, however deep it lies: (key or None, value)."""
        def visit(key, value):
            yield key, value
            if isinstance(value, dict):
                for name, each in value.items():
                    yield from visit(name, each)
            elif isinstance(value, list):
                for each in value:
                    yield from visit(None, each)

        for found in self.objects.values():
            yield from visit(None, found["stream"]["dict"] if "stream" in found else found["value"])

    def dictionaries(self, kind):
        """All dictionaries of this /Type."""
        return [value for _, value in self.values()
                if isinstance(value, dict) and value.get("/Type") == kind]

    def stream(self, reference):
        """The unpacked bytes. This program packs in one way only."""
        held = self.objects["obj:" + reference]["stream"]
        data = base64.b64decode(held["data"])
        return zlib.decompress(data) if held["dict"].get("/Filter") == "/FlateDecode" else data

    @functools.cached_property
    def raw_file(self):
        with open(self.path, "rb") as file:
            return file.read()

    @functools.cached_property
    def skeleton(self):
        """The file without its metadata, which may say whatever a title says."""
        return self.raw_file.replace(self.stream(self.catalog["/Metadata"]), b"")

    @functools.cached_property
    def xmp(self):
        return self.stream(self.catalog["/Metadata"]).decode("utf-8")

    def operations(self, page):
        """(operator, operands) of a page's content, both bytes."""
        operands = []
        for token in TOKEN.findall(self.stream(page["/Contents"])):
            if OPERATOR.fullmatch(token):
                yield token, operands
                operands = []
            else:
                operands.append(token)

    def marks(self, page):
        """(structure type, MCID or None for an artifact) of each marked content of a page, and
        the painting operators that stand in none, or in two."""
        marks, astray, open_marks = [], [], []
        for operator, operands in self.operations(page):
            if operator in (b"BDC", b"BMC"):
                number = re.search(rb"/MCID (\d+)", b" ".join(operands))
                kind = next(each for each in operands if each.startswith(b"/")).decode()[1:]
                is_mark = kind == "Artifact" or number is not None
                if is_mark:
                    marks.append((kind, int(number[1]) if number else None))
                open_marks.append(is_mark)
            elif operator == b"EMC":
                open_marks.pop()
            elif operator in PAINTING and sum(open_marks) != 1:
                astray.append(operator)
        assert not open_marks, "marked content is not closed"
        return marks, astray

    def shown(self, page):
        """(reference of the font, code, whether an ActualText covers it) of each glyph."""
        fonts = self.value(self.value(page["/Resources"]).get("/Font", {}))
        font, covered = None, []
        for operator, operands in self.operations(page):
            if operator == b"Tf":
                font = fonts[operands[-2].decode()]
            elif operator in (b"BDC", b"BMC"):
                covered.append(b"/ActualText" in operands)
            elif operator == b"EMC":
                covered.pop()
            elif operator in (b"Tj", b"TJ"):
                for digits in operands:
                    if digits.startswith(b"<"):
                        for at in range(1, len(digits) - 1, 4):
                            yield font, int(digits[at:at + 4], 16), any(covered)

    @functools.cached_property
    def glyphs(self):
        """Every (reference of a font, code) that is shown, and whether always below an
        ActualText."""
        found = {}
        for page in self.pages:
            for font, code, is_covered in self.shown(page):
                found[font, code] = found.get((font, code), True) and is_covered
        return found

    def to_unicode(self, font):
        """The text of each code of a Type0 font."""
        cmap = self.stream(self.value(font)["/ToUnicode"]).decode("ascii")
        texts = {}
        for block in re.findall(r"beginbfchar\n(.*?)endbfchar", cmap, re.DOTALL):
            for line in block.splitlines():
                code, text = re.fullmatch("<([0-9A-F]{4})> <((?:[0-9A-F]{4})*)>", line).groups()
                texts[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        return texts

    def texts(self, page):
        """(MCID or None for artifacts, text) of each marked content of a page, as the font's
        ToUnicode and the ActualTexts tell it."""
        fonts = self.value(self.value(page["/Resources"]).get("/Font", {}))
        pieces, maps, texts = [], {}, {}
        open_marks, covered = [], 0
        for operator, operands in self.operations(page):
            if operator == b"Tf":
                font = fonts[operands[-2].decode()]
                if font not in maps:
                    maps[font] = self.to_unicode(font)
                texts = maps[font]
            elif operator in (b"BDC", b"BMC"):
                actual = re.search(rb"/ActualText <FEFF([0-9A-F]*)>", b" ".join(operands))
                number = re.search(rb"/MCID (\d+)", b" ".join(operands))
                open_marks.append(actual is not None)
                if number or b"/Artifact" in operands:
                    pieces.append([int(number[1]) if number else None, ""])
                if actual:
                    covered += 1
                    pieces[-1][1] += bytes.fromhex(actual[1].decode()).decode("utf-16-be")
            elif operator == b"EMC":
                covered -= open_marks.pop()
            elif operator == b"TJ" and not covered:
                for digits in operands:
                    if digits.startswith(b"<"):
                        for at in range(1, len(digits) - 1, 4):
                            pieces[-1][1] += texts[int(digits[at:at + 4], 16)]
        return pieces

    @functools.cached_property
    def text_of_pieces(self):
        """The text of every marked content by (page, MCID)."""
        return {(reference, number): text
                for reference, page in zip(self.page_references, self.pages)
                for number, text in self.texts(page) if number is not None}

    def own_text(self, element):
        """What an element holds itself, not below it."""
        pieces = []
        for kid in self.kids(element):
            if isinstance(kid, int):
                pieces.append(self.text_of_pieces[element["/Pg"], kid])
            elif isinstance(kid, dict) and kid["/Type"] == "/MCR":
                pieces.append(self.text_of_pieces[kid["/Pg"], kid["/MCID"]])
        return "".join(pieces)

    def outline_of_structure(self):
        """The tree as text: an element a line with its beginning, and a row's cells behind it."""
        lines = []
        for _, element, depth in self.elements:
            attributes = element.get("/A", {})
            words = [element["/S"][1:]]
            words += [attributes["/Scope"][1:]] if "/Scope" in attributes else []
            words += [f"{name[1:]}={attributes[name]}" for name in ("/RowSpan", "/ColSpan")
                      if name in attributes]
            text = self.own_text(element)
            if text:
                words.append("“" + (text if len(text) <= 14 else text[:12] + "…") + "”")
            if "/Alt" in element:
                words.append("says " + element["/Alt"][2:])
            if element["/S"] in ("/TH", "/TD"):
                lines[-1] += " | " + " ".join(words)
            else:
                lines.append("  " * depth + " ".join(words))
        return "\n".join(lines) + "\n"

    def tree_text(self):
        return "".join(self.own_text(element) for _, element, _ in self.elements)

    @functools.cached_property
    def elements(self):
        """All structure elements in reading order: (reference, dictionary, depth)."""
        found = []

        def visit(reference, depth):
            element = self.value(reference)
            found.append((reference, element, depth))
            for kid in self.kids(element):
                if isinstance(kid, str):
                    visit(kid, depth + 1)

        for kid in self.kids(self.value(self.catalog["/StructTreeRoot"])):
            visit(kid, 0)
        return found

    @staticmethod
    def kids(element):
        kids = element.get("/K", [])
        return kids if isinstance(kids, list) else [kids]

    def kid_elements(self, element):
        return [self.value(kid) for kid in self.kids(element) if isinstance(kid, str)]

    @functools.cached_property
    def parent_tree(self):
        numbers = self.value(self.value(self.catalog["/StructTreeRoot"])["/ParentTree"])["/Nums"]
        return dict(zip(numbers[::2], numbers[1::2]))

    def struct_text(self):
        """The words in the order of the tree, as poppler reads them."""
        lines = output_of("pdfinfo", "-struct-text", self.path).decode("utf-8").splitlines()
        pieces = [line.strip()[1:-1] for line in lines if line.strip().startswith('"')]
        return "".join(pieces)
