"""A PDF made with --attach source carries its job: other readers find the files, the program takes
them out again, and makes the same document from them and from nothing else."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from rules import faults
from tagged_pdf import TaggedPdf

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
SAMPLES = ["guiyang-2020-notice", "example-joint-notice", "qiannan-2023-department-self-evaluation"]
LAYOUTS = "banxin-layouts"


def run(*words, cwd, status=0, **surroundings):
    done = subprocess.run([PROGRAM, *words, "--lang", "en"], cwd=cwd, capture_output=True, text=True,
                          env={**os.environ, **surroundings})
    assert done.returncode == status, (words, done.stdout, done.stderr)
    return done.stdout + done.stderr


def files_below(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


class Attachments(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.holder.name)
        run("make", *[ROOT / "inputs" / name for name in SAMPLES], "-o", ".", "--attach", "source",
            "--layouts", ROOT / "layouts", cwd=cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def each(self):
        for name in SAMPLES:
            with self.subTest(name):
                yield name, self.folder / (name + ".pdf")

    def test_poppler_finds_the_job_and_all_its_files(self):
        for name, pdf in self.each():
            folder = self.folder / (name + "-poppler")
            folder.mkdir()
            listed = subprocess.run(["pdfdetach", "-list", pdf], capture_output=True, text=True,
                                    check=True).stdout
            subprocess.run(["pdfdetach", "-saveall", "-o", folder, pdf], check=True,
                           capture_output=True)
            inputs = files_below(ROOT / "inputs" / name)
            found = files_below(folder)
            for file, content in inputs.items():
                self.assertIn(file, listed)
                self.assertEqual(found[file], content, file)

    def test_unpack_gives_the_files_as_they_were(self):
        for name, pdf in self.each():
            run("unpack", pdf, "-o", name + "-unpacked", cwd=self.folder)
            found = files_below(self.folder / (name + "-unpacked"))
            layouts = {file: found.pop(file) for file in list(found) if file.startswith(LAYOUTS)}
            self.assertEqual(found, files_below(ROOT / "inputs" / name))
            self.assertGreaterEqual(len(layouts), 1)
            for file, content in layouts.items():
                self.assertEqual(content, (ROOT / "layouts" / pathlib.Path(file).name).read_bytes())

    def test_unpack_leaves_a_folder_that_is_there_alone(self):
        for name, pdf in self.each():
            (self.folder / name).mkdir()
            said = run("unpack", pdf, cwd=self.folder, status=1)
            self.assertIn("error[folder-exists]", said)
            self.assertEqual(files_below(self.folder / name), {})

    def test_verify_makes_the_same_bytes_without_the_inputs_and_the_layouts(self):
        for name, pdf in self.each():
            elsewhere = self.folder / (name + "-elsewhere")
            elsewhere.mkdir()
            shutil.copy(pdf, elsewhere / "document.pdf")
            said = run("verify", "document.pdf", cwd=elsewhere)
            self.assertIn("to the last byte", said)
            self.assertEqual([path.name for path in elsewhere.iterdir()], ["document.pdf"])

    def changed(self, name, file, before, after):
        """The PDF of `name` with other bytes in one of its attachments."""
        pdf = self.folder / (name + ".pdf")
        source = self.folder / "changed"
        content = (ROOT / "inputs" / name / file).read_bytes()
        self.assertIn(before, content)
        source.write_bytes(content.replace(before, after))
        listed = subprocess.run(["qpdf", "--list-attachments", pdf], capture_output=True,
                                encoding="utf-8", check=True).stdout
        self.assertIn(file, listed)
        result = self.folder / "changed.pdf"
        subprocess.run(["qpdf", pdf, result, "--remove-attachment=" + file, "--add-attachment",
                        source, "--key=" + file, "--filename=" + file, "--"], check=True)
        return result

    def test_verify_tells_where_a_changed_input_changes_the_document(self):
        pdf = self.changed("guiyang-2020-notice", "districts.csv", b"9", b"8")
        said = run("verify", pdf, cwd=self.folder, status=1)
        self.assertRegex(said, r"error\[verify-differs\].*on the pages [0-9, ]+\n")

    def test_verify_tells_what_may_have_made_another_document(self):
        pdf = self.folder / "example-joint-notice.pdf"
        saved = self.folder / "saved.pdf"
        subprocess.run(["qpdf", "--linearize", pdf, saved], check=True)
        said = run("verify", saved, cwd=self.folder, status=1)
        self.assertIn("error[verify-differs]", said)
        self.assertIn("all pages show the same", said)
        self.assertIn("it was saved anew", said)
        old = self.folder / "old.pdf"
        content = pdf.read_bytes()
        now = re.search(rb"<pdf:Producer>Banxin (\d\S*)</pdf:Producer>", content)
        old.write_bytes(content.replace(now[0], now[0].replace(now[1], b"9" * len(now[1]))))
        said = run("verify", old, cwd=self.folder, status=1)
        self.assertIn("error[verify-other-version]", said)
        self.assertIn(f"made by Banxin {'9' * len(now[1])}; this is Banxin {now[1].decode()}", said)

    def test_verify_reports_an_input_that_became_bad(self):
        pdf = self.changed("guiyang-2020-notice", "job.yaml", b"layout: notice", b"layout: nothing")
        said = run("verify", pdf, cwd=self.folder, status=1)
        self.assertIn(f"{pdf}/job.yaml:3:9: error[layout-unknown]", said)

    def test_verify_writes_nowhere_when_there_is_no_temporary_folder(self):
        elsewhere = self.folder / "no-temporary-folder"
        elsewhere.mkdir()
        shutil.copy(self.folder / (SAMPLES[0] + ".pdf"), elsewhere / "document.pdf")
        said = run("verify", "document.pdf", cwd=elsewhere, status=1, TMPDIR="/nonexistent")
        self.assertIn("error[output-not-written]", said)
        self.assertEqual([path.name for path in elsewhere.iterdir()], ["document.pdf"])

    def test_a_pdf_without_a_job_is_refused(self):
        pdf = self.folder / "bare.pdf"
        subprocess.run(["qpdf", self.folder / (SAMPLES[1] + ".pdf"), pdf,
                        "--remove-attachment=job.yaml"], check=True)
        for command in ["unpack", "verify"]:
            self.assertIn("error[source-missing]", run(command, pdf, cwd=self.folder, status=1))

    def test_iso_19005_3_6_8_embedded_files_say_what_they_are(self):
        for name, pdf in self.each():
            document = TaggedPdf(pdf)
            associated = document.catalog["/AF"]
            self.assertEqual(len(associated), len(files_below(ROOT / "inputs" / name)) +
                             len([file for file in self.unpacked(name) if file.startswith(LAYOUTS)]))
            for reference in associated:
                file = document.value(reference)
                self.assertEqual(file["/Type"], "/Filespec")
                self.assertIn(file["/AFRelationship"], ["/Source", "/Data"])
                self.assertEqual(file["/F"], file["/UF"])
                self.assertTrue(file["/Desc"])
                stream = document.value(file["/EF"]["/F"])
                self.assertEqual(stream["/Type"], "/EmbeddedFile")
                self.assertRegex(stream["/Subtype"], r"^/[a-z]+(/|#2f)[a-z0-9.+-]+$")
                self.assertEqual(stream["/Params"]["/Size"],
                                 len(document.stream(file["/EF"]["/F"])))
                if "/CreationDate" in document.value(document.trailer["/Info"]):
                    self.assertRegex(stream["/Params"]["/ModDate"], r"D:\d{14}\+08'00'")

    def unpacked(self, name):
        folder = self.folder / (name + "-clause")
        run("unpack", self.folder / (name + ".pdf"), "-o", folder, cwd=self.folder)
        return files_below(folder)

    def test_the_rules_of_iso_19005_2_hold_in_the_third_part_too(self):
        for name, pdf in self.each():
            self.assertEqual(faults(pdf, part=3), [])

    def test_sheets_are_data_and_all_else_is_source(self):
        document = TaggedPdf(self.folder / "guiyang-2020-notice.pdf")
        relation = {}
        for reference in document.catalog["/AF"]:
            file = document.value(reference)
            relation[file["/UF"].removeprefix("u:")] = file["/AFRelationship"]
        for file, said in relation.items():
            is_sheet = file.rsplit(".", 1)[1] in ["csv", "tsv", "xlsx", "ods"]
            self.assertEqual(said, "/Data" if is_sheet else "/Source", file)
        self.assertEqual(set(relation.values()), {"/Data", "/Source"})

    def test_inspect_shows_what_an_archive_asks_for(self):
        job = ROOT / "inputs" / "example-official-document"
        said = run("inspect", job, "--layouts", ROOT / "layouts", cwd=self.folder)
        for line in ["claims +PDF/A-2a, PDF/UA-1", "档号 +Z109-WS·2026-D30-BGS-0005",
                     "保管期限 +30年", "关键词 +政务服务; 考核", "文件编号 +示政发〔2026〕5号",
                     "密级 +机密", "保密期限 +1年", "责任者 +示例市人民政府", "日期 +2026-03-02"]:
            self.assertRegex(said, "(?m)^  " + line + " *$")


if __name__ == "__main__":
    unittest.main()
