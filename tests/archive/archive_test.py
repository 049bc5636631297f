"""Every sample is what an archive and a screen reader want: each rule of rules.py on each of them,
their trees as they were once read (tests/golden/structure), and their words, which are those of the
source in its order, for every reader. BANXIN_UPDATE_GOLDENS=1 writes the trees anew."""

import collections
import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest

import rules
from tagged_pdf import TaggedPdf, output_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "structure"
PROGRAM = sys.argv.pop(1)


def without_blanks(text):
    return re.sub(r"\s", "", text)


class Archive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.jobs = sorted(path.parent for path in (ROOT / "inputs").glob("*/job.yaml"))
        subprocess.run(
            [PROGRAM, "make", *cls.jobs, "-o", cls.folder.name, "--layouts", ROOT / "layouts",
             "--fonts", ROOT / "fonts" / "fonts.yaml"], check=True, capture_output=True)
        cls.documents = [TaggedPdf(pathlib.Path(cls.folder.name) / (job.name + ".pdf"))
                         for job in cls.jobs]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_samples_have_what_the_rules_speak_of(self):
        kinds = [element["/S"] for pdf in self.documents for _, element, _ in pdf.elements]
        for kind, least in (("/Table", 10), ("/TH", 50), ("/L", 1), ("/Link", 5), ("/Figure", 3),
                            ("/H1", 12), ("/H2", 5), ("/Sect", 5)):
            self.assertGreaterEqual(kinds.count(kind), least, kind)

    def test_the_tree_reads_as_the_source_does(self):
        """A paragraph over two pages is one element: its words are together."""
        for job, pdf in zip(self.jobs, self.documents):
            with self.subTest(job.name):
                read = without_blanks(pdf.struct_text())
                body = job / "body.txt"
                if not body.exists():
                    continue
                lines = [without_blanks(line) for line in body.read_text("utf-8").splitlines()]
                place = 0
                for line in lines:
                    if "{" not in line:
                        self.assertIn(line, read[place:])
                        place = read.index(line, place) + len(line)

    def test_trees_are_as_they_were_read(self):
        for job, pdf in zip(self.jobs, self.documents):
            with self.subTest(job.name):
                golden = GOLDEN / (job.name + ".txt")
                found = pdf.outline_of_structure()
                if os.environ.get("BANXIN_UPDATE_GOLDENS"):
                    golden.parent.mkdir(exist_ok=True)
                    golden.write_text(found, "utf-8")
                self.assertTrue(golden.exists(), f"{golden} is new: read it")
                self.assertEqual(golden.read_text("utf-8").splitlines(), found.splitlines())
        self.assertEqual(sorted(each.stem for each in GOLDEN.glob("*.txt")),
                         [job.name for job in self.jobs])

    def test_poppler_reads_the_tree_in_the_same_order(self):
        for job, pdf in zip(self.jobs, self.documents):
            with self.subTest(job.name):
                self.assertEqual(without_blanks(pdf.struct_text()), without_blanks(pdf.tree_text()))

    def test_all_readers_extract_the_same_text_in_nfc(self):
        """Page by page: what marked contents hold, artifacts too. mupdf and poppler without -raw
        order lines by their places, so that only the characters are compared."""
        for job, pdf in zip(self.jobs, self.documents):
            for number, page in enumerate(pdf.pages, 1):
                with self.subTest(job.name, page=number):
                    text = without_blanks("".join(text for _, text in pdf.texts(page)))
                    self.assertEqual(unicodedata.normalize("NFC", text), text)
                    self.assertNotRegex(text, "[\u2e80-\u2fdf\uf900-\ufaff]")
                    poppler = output_of("pdftotext", "-raw", "-enc", "UTF-8", "-f", str(number),
                                        "-l", str(number), pdf.path, "-")
                    mupdf = output_of("mutool", "draw", "-q", "-F", "text", pdf.path, str(number))
                    for name, read in (("poppler", poppler), ("mupdf", mupdf)):
                        self.assertEqual(
                            collections.Counter(without_blanks(read.decode("utf-8"))),
                            collections.Counter(text), name)

    def test_every_cell_of_every_sheet_is_in_the_tree(self):
        cells = 0
        for job, pdf in zip(self.jobs, self.documents):
            read = without_blanks(pdf.tree_text())
            for sheet in [*job.glob("*.csv"), *job.glob("*.tsv")]:
                with self.subTest(f"{job.name}/{sheet.name}"):
                    content = sheet.read_bytes()
                    encoding = "utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig"
                    try:
                        content = content.decode(encoding)
                    except UnicodeDecodeError:
                        content = content.decode("gb18030")
                    rows = csv.reader(content.splitlines(keepends=True),
                                      delimiter="\t" if sheet.suffix == ".tsv" else ",")
                    for row in list(rows)[1:]:
                        for cell in row:
                            cells += 1
                            self.assertIn(without_blanks(cell), read)
        self.assertGreater(cells, 250)


def add_rule(rule):
    def test(self):
        for job, pdf in zip(self.jobs, self.documents):
            with self.subTest(job.name):
                rule(pdf)
    setattr(Archive, "test_" + rule.__name__, test)


for each_rule in rules.RULES:
    add_rule(each_rule)


if __name__ == "__main__":
    unittest.main()
