"""Every sample is what an archive and a screen reader want: each rule of rules.py on each of them,
and that their words are those of the source, in its order."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import rules
from tagged_pdf import TaggedPdf

ROOT = pathlib.Path(__file__).resolve().parents[2]
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
