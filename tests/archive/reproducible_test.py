"""The same job gives the same bytes, whatever lies around it: folder, locale, clock, user, machine,
older outputs, and the jobs made before it."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
JOBS = sorted(path.parent.name for path in (ROOT / "inputs").glob("*/job.yaml"))
PLAIN = {"PATH": "/usr/bin:/bin", "HOME": "/", "LC_ALL": "C"}

# Other decimal signs and digit groups, another encoding, letters that change case otherwise; and
# other clocks with them.
LOCALES = {"de_DE.UTF-8": ("de_DE", "UTF-8", {"TZ": "America/New_York"}),
           "zh_CN.GB18030": ("zh_CN", "GB18030", {"SOURCE_DATE_EPOCH": "1"}),
           "tr_TR.UTF-8": ("tr_TR", "UTF-8",
                           {"TZ": "Pacific/Kiritimati", "SOURCE_DATE_EPOCH": "2000000000"})}


class Reproducible(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.holder.name)
        cls.runs = 0
        cls.expected = cls.make()
        assert len(cls.expected) == len(JOBS) >= 12 and all(cls.expected.values())

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    @classmethod
    def make(cls, jobs=JOBS, inputs=ROOT / "inputs", layouts=ROOT / "layouts",
             fonts=ROOT / "fonts", environment={}, before=(), options=(), output=None, **how):
        """The PDFs by their jobs' names, made with `environment` added to a plain one and `before`
        in front of the command."""
        cls.runs += 1
        output = output or cls.folder / f"outputs {cls.runs}"
        command = [*before, PROGRAM, "make", *(f"{inputs}/{job}" for job in jobs), "-o", output,
                   "--layouts", layouts, "--fonts", f"{fonts}/fonts.yaml", *options]
        run = subprocess.run(command, env=PLAIN | environment, capture_output=True, **how)
        assert run.returncode == 0, run.stderr.decode()
        return {job: (output / f"{job}.pdf").read_bytes() for job in jobs}

    def expect_same(self, made):
        for job, pdf in made.items():
            with self.subTest(job):
                self.assertTrue(pdf == self.expected[job], "other bytes")

    def test_in_another_folder(self):
        place = self.folder / "搬家 (1) 'x\\"
        for name in ("inputs", "layouts"):
            shutil.copytree(ROOT / name, place / name, copy_function=shutil.copyfile)
        (place / "fonts").mkdir()
        shutil.copyfile(ROOT / "fonts" / "fonts.yaml", place / "fonts" / "fonts.yaml")
        (place / "fonts" / "faces").symlink_to(ROOT / "fonts" / "faces")
        for file in place.rglob("*"):
            if not file.is_symlink():
                os.utime(file, (0, 0))
        self.expect_same(self.make(inputs="inputs", layouts="layouts", fonts="fonts", cwd=place))

    def test_in_other_locales_and_times(self):
        folder = self.folder / "locales"
        folder.mkdir()
        for name, (language, encoding, clock) in LOCALES.items():
            # Exit status 1: warnings about the locale's source.
            made = subprocess.run(["localedef", "-c", "-i", language, "-f", encoding, folder / name],
                                  capture_output=True)
            self.assertTrue((folder / name).is_dir(), made.stderr)
            with self.subTest(name):
                self.expect_same(self.make(environment={
                    "LOCPATH": str(folder), "LC_ALL": name, "LANGUAGE": language} | clock))

    def test_of_another_user(self):
        (self.folder / "caches").mkdir()
        self.expect_same(self.make(
            environment={"HOME": "/nowhere", "TMPDIR": "/nowhere", "USER": "别人",
                         "XDG_CACHE_HOME": str(self.folder / "caches"),
                         "FONTCONFIG_FILE": "/dev/null"},
            umask=0o077, stdin=subprocess.DEVNULL))

    def test_on_another_machine(self):
        """One processor, memory that is not zero, and addresses that are not random, where the
        system lets them."""
        fixed = ("setarch", "-R")
        if subprocess.run([*fixed, "true"], capture_output=True).returncode != 0:
            fixed = ()
        self.expect_same(self.make(before=("taskset", "1", *fixed),
                                   environment={"MALLOC_PERTURB_": "165"}))

    def test_after_other_jobs_or_alone(self):
        self.expect_same(self.make(jobs=JOBS[::-1]))
        for job in JOBS:
            self.expect_same(self.make(jobs=[job]))

    def test_with_other_wishes_over_an_older_output(self):
        output = self.folder / "twice"
        self.make(output=output)
        self.expect_same(self.make(output=output, options=(
            "--dump", "pages", "--timings", "--lang", "zh", "--diagnostics", "json")))


if __name__ == "__main__":
    unittest.main()
