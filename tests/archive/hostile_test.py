"""Whatever a job holds, either a PDF comes out that fulfils every rule of rules.py, or a diagnostic
with a code, and then no file."""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import rules
from tagged_pdf import TaggedPdf

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
NOTICE = {"layout": "notice", "title": "关于考核情况的通报", "issuer": "示例市人民政府",
          "date": "2026-01-29", "body": "body.txt"}
ANNEX = {"title": "统计表", "key": "甲",
         "scores": {"file": "scores.csv", "name": "单位名称", "score": "考核得分"},
         "grades": [{"name": "合格", "rest": True}]}
BODY = "现将有关事项通知如下。\n"


def yaml(value):
    """JSON is YAML, but for its pairs of surrogates. All that is not ASCII is escaped."""
    escaped = json.dumps(value)
    return re.sub(r"\\u(d[89ab]..)\\u(d[c-f]..)",
                  lambda pair: "\\U%08x" % ord(bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")),
                  escaped)


class Hostile(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)
        self.jobs = []

    def add(self, name, job, **files):
        """A job in a folder of this name; a text or bytes for each file, `__` for a dot."""
        folder = self.folder / "inputs" / name
        folder.mkdir(parents=True)
        if not isinstance(job, (str, bytes)):
            job = yaml(NOTICE | job)
        for file, content in {"job__yaml": job, "body__txt": BODY, **files}.items():
            content = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
            (folder / file.replace("__", ".")).write_bytes(content)
        self.jobs.append(folder)

    def make(self):
        """What became of each job: its PDF's path, or the set of its codes."""
        outputs = self.folder / "outputs"
        run = subprocess.run(
            [PROGRAM, "make", *self.jobs, "-o", outputs, "--layouts", ROOT / "layouts", "--fonts",
             ROOT / "fonts" / "fonts.yaml", "--diagnostics", "json", "--lang", "en"],
            capture_output=True)
        self.assertIn(run.returncode, (0, 1), run.stderr.decode(errors="replace"))
        made, complaints = {}, json.loads(run.stderr)
        for folder in self.jobs:
            pdf = outputs / (folder.name + ".pdf")
            codes = {each["code"] for each in complaints["diagnostics"]
                     if each["job"] == str(folder) and each["severity"] == "error"}
            self.assertNotEqual(pdf.exists(), bool(codes), (folder.name, codes))
            if pdf.exists():
                self.assertEqual(rules.faults(pdf), [], folder.name)
            made[folder.name] = pdf if pdf.exists() else codes
        leftovers = {each.name for each in outputs.glob("*")} if outputs.exists() else set()
        self.assertEqual(leftovers, {each.name for each in made.values()
                                     if isinstance(each, pathlib.Path)})
        return made

    def expect(self, made, name, code=None):
        with self.subTest(name):
            if code is None:
                self.assertIsInstance(made[name], pathlib.Path)
            else:
                self.assertEqual(made[name], {code})

    def test_characters_that_are_none(self):
        """In a title by YAML's escapes, in a text as they are, and in the cells of a sheet."""
        refused = {"\x01": "yaml-not-text", "\x7f": "yaml-not-text", "\x85": "control-character",
                   "\ufeff": "control-character", "\ufffe": "control-character",
                   "\U0010ffff": "control-character", "\u202e": "control-character",
                   "\u2067": "control-character", "\u2028": "control-character",
                   "\ud800": "yaml-syntax", "\ue000": "glyph-missing", "\U000f0000": "glyph-missing",
                   "\u0e01": "glyph-missing", "\U0001f9ff": "glyph-missing", "\0": "yaml-not-text"}
        taken = ["\ufffd", "\u200b", "\u00ad", "\ufe0f", "\U000e0100", "\u0301", "\u3000", "\u200d"]
        for character in [*refused, *taken]:
            name = f"title-{ord(character):04x}"
            self.add(name, {"title": f"关于{character}考核的通报"})
        made = self.make()
        for character in [*refused, *taken]:
            self.expect(made, f"title-{ord(character):04x}", refused.get(character))

    def test_characters_in_files(self):
        # Surrogates of UTF-8's relative CESU-8, an overlong slash, a byte beyond all planes.
        for name, sign in (("lone", b"\xed\xa0\x80"), ("pair", b"\xed\xa0\xbd\xed\xb8\x80"),
                           ("overlong", b"\xc0\xaf"), ("beyond", b"\xf5\x80\x80\x80")):
            self.add("body-" + name, {}, body__txt="现将有关".encode() + sign + "事项。\n".encode())
        for name, sign in (("nul", "\0"), ("bidi", "\u202e"), ("bell", "\a"), ("none", "\ufdd0")):
            self.add("body-" + name, {}, body__txt=f"现将{sign}有关事项。\n")
        for name, sign in (("mark", "\ufeff"), ("selector", "\ufe0f\ufe0f"), ("variant", "\U000e0100"),
                           ("joiner", "\u200d\u200d"), ("accents", "\u0301" * 50)):
            self.add("body-" + name, {}, body__txt=f"{sign}现将{sign}有关事项{sign}。{sign}\n")
        annex = {"annexes": [ANNEX]}
        for name, sign in (("bidi", "\u202e"), ("bell", "\a"), ("brackets", ")(\\")):
            self.add("cell-" + name, annex,
                     scores__csv=f"单位名称,考核得分\n示例{sign}局,90\n示例院,80\n")
        made = self.make()
        for name in ("lone", "pair", "overlong", "beyond", "nul"):
            self.expect(made, "body-" + name, "encoding-unknown")
        for name in ("body-bidi", "body-bell", "body-none", "cell-bidi", "cell-bell"):
            self.expect(made, name, "control-character")
        for name in ("body-mark", "body-selector", "body-variant", "body-joiner", "body-accents",
                     "cell-brackets"):
            self.expect(made, name)

    def test_signs_of_pdf_and_xml(self):
        """They come back as they were typed: in the title, the outline, and on the page."""
        signs = "(a) \\ )( <b>&amp;</b> ]]> <?x?> %PDF >> endobj /Name \\101 'x' \"y\""
        head = {"mark": "示例市)文件", "document-number": "(示)政\\发〔2026〕<5>&号"}
        self.add("signs (1) \\", {"layout": "official-document", "title": signs, "head": head,
                                  "issuer": "示例\\市(", "recipients": "各)(区"},
                 body__txt=f"一、{signs}\n{signs}\n")
        path = self.make()["signs (1) \\"]
        self.assertIsInstance(path, pathlib.Path)
        pdf = TaggedPdf(path)
        self.assertEqual(pdf.value(pdf.trailer["/Info"])["/Title"], "u:" + signs)
        outline = pdf.value(pdf.catalog["/Outlines"])
        self.assertIn(signs.replace(" ", ""), pdf.value(outline["/First"])["/Title"].replace(" ", ""))
        read = re.sub(r"\s", "", pdf.struct_text())
        self.assertIn("(示)政\\发〔2026〕<5>&号", read)

    def test_names_that_are_none(self):
        self.add("file-nul", {"body": "body\0.txt"})
        self.add("file-brackets", {"body": "b)(\\o.txt"}, **{"b)(\\o__txt": BODY})
        self.add("file-none", {"body": "../../(nothing)\\.txt"})
        self.add("field-nul", {"fields": {"a\0b": "x"}})
        self.add("field-brackets", {"fields": {"a)(\\b": "x"}}, body__txt="现将{a)(\\b}通知如下。\n")
        made = self.make()
        self.expect(made, "file-nul", "yaml-not-text")
        self.expect(made, "file-brackets")
        self.expect(made, "file-none", "file-missing")
        self.expect(made, "field-nul", "yaml-not-text")
        self.assertIsInstance(made["field-brackets"], set)

    def test_very_long_titles(self):
        """10,000 characters fill pages; beyond 16,382 no PDF/A can hold them in one string."""
        def folded(characters):  # lines of YAML have a limit
            return [*["考" * 1000] * (characters // 1000), "考" * (characters % 1000)]
        job = "\n".join(["layout: notice", "title:", "{}", "issuer: 示例市人民政府", "date: 2026-01-29",
                         "body: body.txt", ""])
        for characters in (10_000, 17_000):
            lines = "".join(f"  - {line}\n" for line in folded(characters) if line)
            self.add(f"title-{characters}", job.replace("{}", lines.rstrip()))
        made = self.make()
        self.expect(made, "title-10000")
        self.expect(made, "title-17000", "pdf-not-written")

    def test_long_texts_without_a_break(self):
        self.add("line-latin", {}, body__txt="x" * 50_000 + "\n")
        self.add("line-han", {}, body__txt="考" * 30_000 + "\n")
        self.add("line-marks", {}, body__txt="，" * 3000 + "（" * 3000 + "\n")
        self.add("empty", {}, body__txt="\n" * 10_000)
        self.add("headings", {}, body__txt="（1）甲\n" * 500 + "一、乙\n" * 500)
        made = self.make()
        for name in ("line-latin", "line-han", "line-marks", "empty", "headings"):
            self.expect(made, name)

    def test_a_huge_table(self):
        rows = "".join(f"示例第{k}局,{k % 101}\n" for k in range(3000))
        self.add("table", {"annexes": [ANNEX]}, scores__csv="单位名称,考核得分\n" + rows)
        pdf = TaggedPdf(self.make()["table"])
        self.assertGreater(len(pdf.pages), 50)
        cells = [element for _, element, _ in pdf.elements if element["/S"] == "/TD"]
        self.assertGreater(len(cells), 6_000)


if __name__ == "__main__":
    unittest.main()
