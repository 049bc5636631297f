"""A PDF as qpdf reads it: objects, page contents, and the structure tree with what it holds."""

import json
import re
import subprocess

TOKEN = re.compile(
    rb"<<|>>|\[|\]|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+")
PAINTING = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"S", b"s", b"B", b"b", b"B*", b"b*", b"Do",
            b"sh"}


def output_of(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


class TaggedPdf:
    def __init__(self, path):
        self.path = str(path)
        tree = json.loads(output_of("qpdf", "--json", "--json-stream-data=none", self.path))
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

    def stream(self, reference):
        return output_of("qpdf", "--show-object=" + reference.split()[0], "--filtered-stream-data",
                         self.path)

    def raw_file(self):
        with open(self.path, "rb") as file:
            return file.read()

    def xmp(self):
        return self.stream(self.catalog["/Metadata"]).decode("utf-8")

    def marks(self, page):
        """(structure type, MCID or None for an artifact) of each marked content of a page, and
        the painting operators that stand in none."""
        marks, outside, operands, open_marks = [], [], [], []
        contents = page["/Contents"]
        for token in TOKEN.findall(self.stream(contents)):
            if token in (b"BDC", b"BMC"):
                number = re.search(rb"/MCID (\d+)", b" ".join(operands))
                kind = next(each for each in operands if each.startswith(b"/")).decode()[1:]
                if kind == "Artifact" or number:
                    marks.append((kind, int(number[1]) if number else None))
                open_marks.append(kind == "Artifact" or number is not None)
            elif token == b"EMC":
                open_marks.pop()
            elif token in PAINTING and not any(open_marks):
                outside.append(token)
            if re.fullmatch(rb"[A-Za-z'\"*]+", token) and token not in (b"true", b"false"):
                operands = []
            else:
                operands.append(token)
        assert not open_marks, "marked content is not closed"
        return marks, outside

    def elements(self):
        """All structure elements in reading order: (reference, dictionary, depth)."""
        root = self.value(self.catalog["/StructTreeRoot"])
        found = []

        def visit(reference, depth):
            element = self.value(reference)
            found.append((reference, element, depth))
            for kid in self.kids(element):
                if isinstance(kid, str):
                    visit(kid, depth + 1)

        kids = root["/K"]
        for kid in kids if isinstance(kids, list) else [kids]:
            visit(kid, 0)
        return found

    @staticmethod
    def kids(element):
        kids = element.get("/K", [])
        return kids if isinstance(kids, list) else [kids]

    def parent_tree(self):
        numbers = self.value(self.value(self.catalog["/StructTreeRoot"])["/ParentTree"])["/Nums"]
        return dict(zip(numbers[::2], numbers[1::2]))

    def struct_text(self):
        """The words in the order of the tree, as poppler reads them."""
        lines = output_of("pdfinfo", "-struct-text", self.path).decode("utf-8").splitlines()
        pieces = [line.strip()[1:-1] for line in lines if line.strip().startswith('"')]
        return "".join(pieces)
