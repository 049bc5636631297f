"""The form of README.md comes out as its page says: readme_test.py PROGRAM [TEST …]"""

import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from agreement import ROOT, Schema, load

PROGRAM = Path(sys.argv.pop(1)).resolve()  # runs in another folder

# What a reader of the page should see, row by row; columns are apart by blanks.
PRINTED = """
2020年度培训费明细表
填报单位：某市政务服务中心 单位：元
部门 培训名称 金额 备注
公文写作 3200 —
办公室
档案管理 1850 线上
小计 5050
窗口服务规范 12600 —
业务科
政务公开 4800 线上
小计 17400
合计 22450
说 ①金额以财务决算为准，不含由参训人员个人负担的部分。
明 ②线上培训按实际支付的平台使用费填报。
"""


class Readme(unittest.TestCase):
    def setUp(self):
        page = (ROOT / "README.md").read_text(encoding="utf-8")
        page = page.partition("## How a clerk makes a new form\n")[2].partition("\n## ")[0]
        # `path` at the start of a line, then a fenced block with what is in that file.
        self.files = dict(re.findall(r"^`([^`\n]+)`[^\n]*\n\n```\w+\n(.*?)^```$", page, re.M | re.S))
        self.shown = re.search(r"^\$ banxin check inputs/training\n(.*?)^```$", page, re.M | re.S)[1]
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for path, text in self.files.items():
            self.write(path, text)

    def write(self, path, text):
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def banxin(self, *arguments):
        return subprocess.run([PROGRAM, *arguments, "--layouts", "layouts", "--lang", "en"],
                              cwd=self.folder, capture_output=True, text=True, check=False)

    def test_the_form_is_made(self):
        made = self.banxin("make", "inputs/training", "--preview", "png")
        self.assertEqual((made.returncode, made.stderr), (0, ""))
        self.assertEqual(sorted(path.name for path in (self.folder / "outputs").iterdir()),
                         ["training-1.png", "training.pdf"])
        text = subprocess.run(["pdftotext", "-layout", self.folder / "outputs" / "training.pdf", "-"],
                              capture_output=True, text=True, check=True).stdout
        rows = [" ".join(row.split()) for row in text.splitlines()]
        self.assertEqual([row for row in rows if row.strip()], PRINTED.strip().splitlines())

    def test_editors_accept_it(self):
        for path, schema in [("layouts/training-costs.yaml", "layouts/layout.schema.json"),
                             ("inputs/training/job.yaml", "inputs/job.schema.json")]:
            self.assertEqual(Schema(ROOT / schema).why_not(load(self.files[path])), [])

    def test_a_layout_is_changed(self):
        """The lines of the layout that is extended are replaced by those of the page."""
        for page in ["README.md", "README.zh-CN.md"]:
            text = (ROOT / page).read_text(encoding="utf-8")
            layout = re.search(r"^```yaml\n([^`]*^extends: notice[^`]*)^```$", text, re.M)[1]
            self.assertEqual(Schema(ROOT / "layouts" / "layout.schema.json").why_not(load(layout)), [])
            for name in ["notice", "gbt9704"]:
                shipped = (ROOT / "layouts" / f"{name}.yaml").read_text(encoding="utf-8")
                self.write(f"layouts/{name}.yaml", shipped)
            self.write("layouts/our-notice.yaml", layout)
            self.write("inputs/own/job.yaml", "layout: our-notice\ntitle: 通知\nissuer: 某市政务服务中心\n"
                                              "date: 2026-03-02\nbody: body.txt\n")
            self.write("inputs/own/body.txt", "现予公布。\n")
            made = self.banxin("make", "inputs/own", "--dump", "layout")
            self.assertEqual((made.returncode, made.stderr), (0, ""))
            dump = (self.folder / "outputs" / "own.layout.dump").read_text(encoding="utf-8")
            self.assertIn(f"pitch {28 * 12700}", re.search("^page .*$", dump, re.M)[0])
            self.assertRegex(dump, r'style "issuer".* blank 2 0')
            self.assertRegex(dump, r'style "title"  "小标宋"')

    def test_the_slip_is_shown(self):
        path = "layouts/training-costs.yaml"
        line = int(re.match(rf"{path}:(\d+):", self.shown)[1])
        lines = self.files[path].split("\n")
        lines[line - 1] = lines[line - 1].replace("head:", "haed:")
        self.write(path, "\n".join(lines))
        checked = self.banxin("check", "inputs/training")
        self.assertEqual(checked.returncode, 1)
        self.assertRegex(checked.stderr,
                         "^" + re.escape(self.shown).replace("…", ".*") + "$")


if __name__ == "__main__":
    unittest.main()
