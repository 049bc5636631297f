"""inputs/job.schema.json agrees with the loader of jobs: jobs_test.py PROGRAM [TEST …]"""

import sys
import unittest

from agreement import ROOT, Agreement, Files, JobLoader, Schema, load

PROGRAM = sys.argv.pop(1)
SCHEMA = Schema(ROOT / "inputs" / "job.schema.json")

# Together they have every key that a job can have. None of the files is there: the loader need not
# open them.
DOCUMENT = """
layout: notice
title: [关于考核情况, 的通报]
issuer: 某市政务服务中心
date: 2021-01-29
recipients: 各区县
imprint: {copies-to: 各部门, printed-by: 办公室, printed-on: 2026-03-03, page: next}
archive:
  code: Z109-WS·2021-D30-BGS-0005
  retention: 30年
  class-number: A12
  document-number: 某政发〔2021〕5号
  keywords: [政务服务, 考核]
head:
  mark: [某市人民政府, 某市财政局]
  mark-end: 文件
  document-number: 某政发〔2026〕5号
  copy-number: "000001"
  classification: 机密★1年
  urgency: 特急
  signers: [张三丰, 李四]
body: body.txt
attendance: {出席: [张三丰, 李四], 列席: 王五}
enclosures:
  - {title: 实施方案, body: scheme.txt}
silence: [half-width-mark, date-form]
fields: {年度: "2020"}
tables: {指标: {file: targets.csv}}
form:
  money: {file: form.xlsx, sheet: 资金}
  indicators: {file: form.xlsx, sheet: 指标}
  rounding: half-up
  decimals: 2
  rate-decimals: 0
  score-from: exact-rate
  execution-weight: 10
  weights: {产出指标: 50, 效益指标: 30.5}
  grades: [{name: 优, at-least: 90}, {name: 差, rest: true}]
"""

SEALS = """
layout: notice
title: 关于考核情况的通报
date: 2021-01-29
note: 此件公开发布
seals:
  - {issuer: 某市政务服务中心, image: seal.svg, diameter: 42mm}
  - {issuer: [某市政务服务, 和数据管理局]}
"""

STAMPS = """
layout: notice
title: 某市人民政府令
date: 2021-01-29
stamps:
  - {post: 市长, signer: 某某, image: stamp.png, width: 40mm}
"""

JOINT = """
layout: notice
title: 关于考核情况的通报
date: 2021-01-29
issuers: [某市财政局, [某市教育局, 办公室]]
"""

INSETS = """
layout: notice
title: 关于考核情况的通报
insets:
  自评表:
    layout: project-self-evaluation
    fields: {项目名称: 培训费, 项目绩效目标: {file: goal.txt}}
    tables: {资金: {file: money.csv}}
    form:
      money: {file: form.xlsx, sheet: 资金}
      indicators: {file: form.xlsx, sheet: 指标}
      grades: [{name: 优, at-least: 90}, {name: 差, rest: true}]
"""

ANNEXES = """
layout: notice
title: 关于考核情况的通报
annexes:
  - title: 统计表
    key: 市直
    scores:
      file: scores.xlsx
      sheet: 市直
      name: 单位名称
      score: 得分
      tie-break: [加分]
      show: [主管部门]
      decimals: 2
      rounding: gb-8170
      ties: dense
    grades: [{name: 优秀, quota: 8}, {name: 合格, rest: true}]
    table: {layout: ranking, panels: 2, fill: down, bar: above-heads}
  - title: 评定表
    scores: {file: given.csv, name: 单位名称, score: 得分, grade: 等次}
    grades: [{name: 优秀}]
  - title: 细则
    layout: scoring-rules
    fields: {年度: 2020}
    tables:
      细则: {file: rules.xlsx, sheet: 乡镇, as-above: [指标类别], group: 指标类别, total: [分值]}
    form: {money: {file: a.csv}, indicators: {file: b.csv}, grades: [{name: 优, rest: true}]}
  - title: 说明
    bound: separately
    body: annex.txt
"""


class Jobs(Agreement, Files, unittest.TestCase):
    schema = SCHEMA
    loader = JobLoader(PROGRAM)
    examples = [load(text) for text in (DOCUMENT, SEALS, STAMPS, JOINT, INSETS, ANNEXES)]
    good = sorted((ROOT / "inputs").glob("*/job.yaml"))
    bad = sorted((ROOT / "tests" / "bad").glob("*/job.yaml"))
    modeline = "# yaml-language-server: $schema=../job.schema.json"


if __name__ == "__main__":
    unittest.main()
