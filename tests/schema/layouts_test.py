"""layouts/layout.schema.json agrees with the loader of layouts: layouts_test.py PROGRAM [TEST …]"""

import subprocess
import sys
import unittest

from agreement import ROOT, Agreement, Files, LayoutLoader, Schema, load

PROGRAM = sys.argv.pop(1)
SCHEMA = Schema(ROOT / "layouts" / "layout.schema.json")

# Together they have every key that a layout can have.
DOCUMENT = """
summary: every key of a document
page:
  paper: [300mm, 400mm]
  left: 28mm
  top: 37mm
  type-area: [156mm, 225mm]
  characters: 28
  lines: 22
  em: 三号
  line-pitch: fill
  first-page-extra: 5mm
  rows: on-grid
head:
  mark-below: 35mm
  mark-width: 150mm
  mark-from: paper
  mark-least: 二号
  mark-end-gap: 24pt
  rule-below-mark: {distance: 4mm, lines: [2pt]}
  lines: beside-number
  number: optional
  issuer-row-below: 4mm
  foot-rule: {distance: 20mm, lines: [1pt]}
  number-below: 20.78mm
  rule-below-number: {distance: 4mm, lines: [2pt, 0.5mm], gap: 1pt, width: 170mm}
  signers: {abreast: 2, gap: 1em}
  text-below: 20.78mm
imprint: {outer-rule: 0.35mm, inner-rule: 0.25mm}
signature:
  form: sealed
  date-indent: 4em
  seal: 45mm
  seal-raise: 4mm
  most-raise: 5mm
  seal-below: 10.39mm
  least-seal-gap: 1mm
  most-seal-gap: 3mm
  seals-abreast: 3
  stamp-width: 35mm
  stamp-height: 15mm
  stamp-below: 20.78mm
  stamp-gap: 5mm
  post-gap: 2em
  date-below: 10.39mm
page-number: {font: 宋体, size: 四号, dash-below: 7mm, outer-indent: 1em, gap: 0.25em, first-page: hidden}
lines:
  line-end: gb
  latin-gap: 0.125em
  figure-gap: 0.1em
  latin-gap-shrink: 0.125em
  trim-paragraph-start: true
  largest-han-gap: 0.1em
  squeeze-cost: 10
  open-cost: 150
  grid-cost: 2
  soft-break-cost: 400
  runt-cost: 2000
  looseness-cost: 200
  uneven-cost: 5
  vertical: {digits-abreast: 2, long-figures: upright, longest-column: 6}
styles:
  body:
    font: 仿宋
    size: 三号
    pitch: 16pt
    leading: 28pt
    align: justify
    line-shape: free
    colour: red
    first-line-indent: 2em
    left-indent: 1em
    right-indent: 1em
    blank-lines-before: 1
    blank-lines-after: 1
    first-row: 3
    new-page: true
    keep-with-next: true
    keep-names: true
    hanging-labels: true
  heading-1: {like: body, font: 黑体, size: 三号, leading: 28pt}  # lacks nothing of an unknown style
  row-issuer: {like: body}
  row-date: {like: body}
  signer-label: {like: body}
  signer: {like: body}
  document-number-beside-signers: {like: body}
  heading-2: {like: body}
  heading-3: {like: body}
  heading-4: {like: body}
parts:
  - {text: 公告, end: "{年度}", style: body}
  - body
"""

FORM = """
summary: every key of a form
styles:
  cell: {font: 仿宋, size: 五号, leading: 14pt}
parts: [form]
form:
  frame:
    outer-rule: {double: 0.35mm, gap: 0.6mm}
    inner-rule: 0.25mm
    side-rule: none
    horizontal-padding: 1mm
    vertical-padding: 1mm
  shrink: {size: 0.9, leading: 0.9}
  keep-together: true
  page: landscape
  continued: {text: （续表）, style: cell}
  cell-style: cell
  head-style: cell
  sections:
    - columns: [1, auto]
      rows:
        - - "{部门}"
          - text: "{栏目}\\n单位"
            if-empty: 空
            columns: 1
            rows: 1
            head: true
            merge: equal
            style: cell
            orientation: horizontal
            vertical-align: top
            across-pages: centre
            diagonal: true
            rules: {left: none, right: 0.35mm, above: {double: 0.35mm, gap: 0.6mm}, below: 1pt}
        - repeat: 指标
          each: group
          repeat-head: true
          keep-with-next: true
          minimum-height: 8mm
          rule-above: 0.35mm
          rule-below: none
          cells: ["{指标}", ""]
"""

RANKING = """
summary: every key of a ranking table
styles:
  cell: {font: 仿宋, size: 五号, leading: 14pt}
ranking:
  frame: {outer-rule: 0.35mm, inner-rule: 0.25mm, horizontal-padding: 1mm, vertical-padding: 1mm}
  columns:
    - {value: place, head: 序号, style: cell, width: 20mm}
    - {value: score, head: "{head}", style: cell}
  shrink: {size: 0.9}
  page: portrait
  continued: {text: （续表）, style: cell}
  head-style: cell
  bar-style: cell
  bar: "“{grade}”（{count}名）"
  panels: 2
  fill: across
  bar-place: above-heads
"""

# Lies beside the documents that are judged, for those that extend it.
BASE = DOCUMENT

EXTENDING = """
summary: what another layout is changed in
extends: base
page: {line-pitch: gb33476}
page-number: {gap: 0.5em}
head: {mark-below: 40mm}
imprint: {inner-rule: 1mm}
lines: {vertical: {longest-column: 5}}
styles:
  body: {align: left}
"""


class Layouts(Agreement, Files, unittest.TestCase):
    schema = SCHEMA
    loader = LayoutLoader(PROGRAM, {"base": BASE})
    examples = [load(DOCUMENT), load(FORM), load(RANKING), load(EXTENDING)]
    whole_lists = ["paper", "type-area"]
    good = sorted((ROOT / "layouts").glob("*.yaml"))
    bad = sorted((ROOT / "tests" / "bad").glob("*/layouts/*.yaml"))
    modeline = "# yaml-language-server: $schema=layout.schema.json"

    def required_keys(self, example, node):
        """What is changed key by key needs none of its keys; else the schema has them apart."""
        definitions = self.schema.root["definitions"]
        if "extends" in example:
            return super().required_keys(example, node)
        for name in ["page", "page-number", "head", "imprint"]:
            if node is definitions[name]:
                return definitions[f"whole-{name}"]["required"]
        return super().required_keys(example, node)

    def test_the_schema_is_no_layout(self):
        listed = subprocess.run([PROGRAM, "layouts"], capture_output=True, text=True, check=True)
        names = [line.split(" ")[0] for line in listed.stdout.splitlines()]
        self.assertEqual(names, sorted(path.stem for path in self.good))


if __name__ == "__main__":
    unittest.main()
