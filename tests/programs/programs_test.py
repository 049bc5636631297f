"""Two programs that users take for one: `banxin` loads only what making documents needs, and becomes
`banxin-pdf`, which lies beside it, for the commands that read PDFs."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
PDF_PROGRAM = PROGRAM.with_name("banxin-pdf")
FOLDERS = ["--layouts", ROOT / "layouts", "--fonts", ROOT / "fonts" / "fonts.yaml"]
JOB = ROOT / "inputs" / "example-letter"
JOB_WITH_DRAWINGS = ROOT / "inputs" / "example-joint-notice"

# What reads PDFs, what that drags in, and librsvg, which is loaded when a drawing is read.
HEAVY = ["qpdf", "poppler", "gnutls", "nss", "p11-kit", "rsvg", "gdk_pixbuf"]


def libraries(program):
    """Names of all the libraries that the system loads before the program begins."""
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    return [line.split()[0] for line in listed.splitlines()]


def run(program, *words, **how):
    return subprocess.run([program, *words], capture_output=True, text=True, **how)


class Programs(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name).resolve()

    def copy(self):
        """A copy of `banxin` with its messages, in a folder without banxin-pdf."""
        place = self.folder / "alone"
        place.mkdir()
        (place / "locale").symlink_to(PROGRAM.parent / "locale")
        return pathlib.Path(shutil.copy(PROGRAM, place))

    def copy_beside(self, script):
        """The same beside a banxin-pdf that is `script`."""
        copied = self.copy()
        other = copied.with_name("banxin-pdf")
        other.write_text("#!/bin/sh\n" + script)
        other.chmod(0o755)
        return copied

    def test_making_loads_only_what_every_job_needs(self):
        loaded = libraries(PROGRAM)
        for name in HEAVY:
            self.assertFalse([each for each in loaded if name in each], name)
        # Were ldd asked in vain, these would not be there either.
        self.assertIn("libpango-1.0.so.0", loaded)
        both = libraries(PDF_PROGRAM)
        for name in ["qpdf", "poppler"]:
            self.assertTrue([each for each in both if name in each], name)

    def test_both_do_the_same(self):
        made = run(PROGRAM, "make", JOB, "-o", self.folder, "--attach", "source", *FOLDERS)
        self.assertEqual(made.returncode, 0, made.stderr)
        pdf = self.folder / "example-letter.pdf"
        for words in (["inspect", pdf], ["inspect", pdf, "--json", "--lang", "zh"],
                      ["inspect", JOB, *FOLDERS], ["verify", pdf, *FOLDERS],
                      ["inspect", self.folder / "没有.pdf"], ["verify", ROOT / "README.md"],
                      ["unpack", pdf, "-o", self.folder], ["inspect"], ["unpack", pdf, "--json"],
                      ["verify", "--help"], ["--help", "--lang", "zh"], ["--version"], ["bake"], [],
                      ["check", JOB, *FOLDERS]):
            with self.subTest(words):
                one, other = (run(program, *words) for program in (PROGRAM, PDF_PROGRAM))
                self.assertEqual(one.returncode, other.returncode)
                self.assertEqual(one.stdout, other.stdout)
                self.assertEqual(one.stderr, other.stderr)
                self.assertTrue(one.stdout or one.stderr)

    def test_a_link_to_the_program_is_enough(self):
        link = self.folder / "banxin"
        link.symlink_to(PROGRAM)
        said = run(link, "inspect", JOB, *FOLDERS, cwd=self.folder)
        self.assertEqual(said.returncode, 0, said.stderr)
        by_path = run("banxin", "inspect", JOB, *FOLDERS,
                      env={**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}"})
        self.assertEqual(by_path.stdout, said.stdout)

    def test_the_other_gets_every_word_the_input_and_the_process(self):
        words = ["inspect", "两个 词.pdf", "a\nb.pdf", "$HOME", "--lang", "zh", *map(str, FOLDERS)]
        copied = self.copy_beside('echo $$; printf "%s\\0" "$@"; cat; echo oh >&2; exit 42\n')
        process = subprocess.Popen([copied, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        out, err = process.communicate("from the terminal")
        self.assertEqual(process.returncode, 42)
        self.assertEqual(err, "oh\n")
        self.assertEqual(out, f"{process.pid}\n" + "".join(word + "\0" for word in words) +
                         "from the terminal")

    def test_a_signal_ends_the_one_process_there_is(self):
        # Shells start what runs in the background with this signal ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        copied = self.copy_beside("echo ready; exec sleep 60\n")
        with subprocess.Popen([copied, "verify", "a.pdf", *FOLDERS],
                              stdout=subprocess.PIPE) as process:
            self.assertEqual(process.stdout.readline(), b"ready\n")
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(), -signal.SIGINT)

    def test_without_the_other_it_says_so_and_touches_nothing(self):
        copied = self.copy()
        other = str(copied.with_name("banxin-pdf"))
        (self.folder / "a.pdf").write_bytes(b"%PDF-1.7\n")
        # Nobody's program of that name is taken for it.
        decoy = self.folder / "banxin-pdf"
        decoy.write_text("#!/bin/sh\necho decoy\n")
        decoy.chmod(0o755)
        before = sorted(self.folder.rglob("*"))
        for command in ["inspect", "unpack", "verify"]:
            words = [command, "a.pdf", *FOLDERS]
            english = run(copied, *words, "--lang", "en", cwd=self.folder)
            self.assertEqual((english.returncode, english.stdout), (3, ""))
            self.assertIn(f'error[program-not-started]: the program "{other}"', english.stderr)
            self.assertIn("keep both in one folder", english.stderr)
            chinese = run(copied, *words, "--lang", "zh", cwd=self.folder)
            self.assertEqual((chinese.returncode, chinese.stdout), (3, ""))
            self.assertIn(f"无法启动读取 PDF 的程序“{other}”", chinese.stderr)
            machine = run(copied, *words, "--diagnostics", "json", cwd=self.folder)
            self.assertEqual(machine.returncode, 3)
            self.assertEqual([each["code"] for each in json.loads(machine.stderr)["diagnostics"]],
                             ["program-not-started"])
        self.assertEqual(sorted(self.folder.rglob("*")), before)

    def test_one_that_cannot_be_started_is_no_better(self):
        copied = self.copy_beside("exit 0\n")
        copied.with_name("banxin-pdf").chmod(0o644)
        said = run(copied, "verify", "a.pdf", *FOLDERS)
        self.assertEqual(said.returncode, 3)
        self.assertIn("Permission denied", said.stderr)

    def test_all_else_works_without_the_other(self):
        copied = self.copy()
        made = run(copied, "make", JOB, "-o", self.folder, *FOLDERS)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertTrue((self.folder / "example-letter.pdf").exists())
        for words in (["verify", "--help"], ["inspect"], ["inspect", "a.pdf", "--format", "poem"]):
            one, other = (run(program, *words) for program in (copied, PDF_PROGRAM))
            self.assertEqual((one.returncode, one.stdout, one.stderr),
                             (other.returncode, other.stdout, other.stderr))

    def test_without_librsvg_only_drawings_cannot_be_read(self):
        (self.folder / "librsvg-2.so.2").write_text("no library")
        without = {**os.environ, "LD_LIBRARY_PATH": str(self.folder)}
        for program in (PROGRAM, PDF_PROGRAM):
            self.assertEqual(run(program, "check", JOB, *FOLDERS, env=without).returncode, 0)
        words = ["make", JOB_WITH_DRAWINGS, "-o", self.folder, *FOLDERS]
        english = run(PROGRAM, *words, "--lang", "en", env=without)
        self.assertEqual(english.returncode, 1)
        self.assertRegex(english.stderr, r"job\.yaml:\d+:\d+: error\[image-library-missing\]: the "
                                         r"drawing \"seal.*\" needs the library librsvg")
        self.assertIn("install the package librsvg2-2", english.stderr)
        chinese = run(PROGRAM, *words, "--lang", "zh", env=without)
        self.assertIn("需要 librsvg 库", chinese.stderr)
        self.assertEqual(list(self.folder.glob("*.pdf")), [])
        self.assertEqual(run(PROGRAM, *words).returncode, 0)


if __name__ == "__main__":
    unittest.main()
