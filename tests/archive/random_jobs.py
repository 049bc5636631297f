"""Random jobs of every format: texts with all kinds of blocks, tables, forms, annexes, seals. All of
them are in order, so that each must become a PDF."""

import json
import random

COMMON = ("的一是了在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
          "说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机"
          "当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心"
          "反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程")
RARE = "垟垱堌濛洺瀍瞭镕䶮𬇕㙟"  # in no GB 2312 font; the last but one beyond the first plane
LATIN = ["GDP", "Wi-Fi", "https://www.example.gov.cn/a_b?c=1&d=(2)", "A/B", "V2.0", "e-mail", "5G"]
FIGURES = ["2,462.5", "99.66%", "2026年", "≥13", "100-80%", "1.5万元", "3～5", "℃", "№12", "①", "⑩"]
MARKS = ["，", "、", "；", "：", "——", "……", "·", "（示例）", "“示例”", "《办法》", "〔2026〕5号", "／", "℃"]


class JobMaker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.files = {}

    def chance(self, share):
        return self.random.random() < share

    def han(self, least, most):
        length = self.random.randint(least, most)
        return "".join(self.random.choice(RARE if self.chance(0.004) else COMMON)
                       for _ in range(length))

    def name(self):
        return self.han(2, 9) + self.random.choice(["局", "委员会", "中心", "办公室"])

    def sentence(self):
        pieces = []
        for _ in range(self.random.randint(1, 6)):
            pieces.append(self.han(2, 20))
            if self.chance(0.2):
                pieces.append(self.random.choice(LATIN + FIGURES))
            pieces.append(self.random.choice(MARKS) if self.chance(0.4) else "，")
        return "".join(pieces) + self.han(2, 8) + self.random.choice("。。。！？")

    def paragraph(self):
        return "".join(self.sentence() for _ in range(self.random.randint(1, 5)))

    def heading(self):
        label = self.random.choice(["{}、", "（{}）", "1.", "（2）"])
        words = label.format(self.random.choice("一二三四五六七八九")) + self.han(3, 25)
        return words + ("。" + self.paragraph() if self.chance(0.3) else "")

    def body(self):
        blocks = [self.paragraph()]
        for _ in range(self.random.choice([0, 1, 3, 8, 20])):
            blocks.append(self.heading() if self.chance(0.35) else self.paragraph())
        return "\n".join(blocks) + "\n"

    def title(self):
        lines = [self.han(6, 18) for _ in range(self.random.randint(1, 3))]
        lines[-1] += "的通知"
        return lines[0] if len(lines) == 1 else lines

    def date(self):
        return f"2026-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def number(self):
        return self.han(2, 4) + f"〔2026〕{self.random.randint(1, 9999)}号"

    def scores(self, extra):
        file = f"scores-{len(self.files)}.csv"
        rows = ["单位名称,考核得分" + (",主管部门" if extra else "")]
        for k in range(self.random.choice([1, 2, 7, 30, 90])):
            cells = [f"{self.name()}{k}", f"{self.random.randint(0, 11000) / 100:.2f}"]
            rows.append(",".join(cells + [self.name()] * extra))
        self.files[file] = "\n".join(rows) + "\n"
        return file

    def ranking(self, key):
        is_large = self.chance(0.3)
        extra = is_large and self.chance(0.5)
        scores = {"file": self.scores(extra), "name": "单位名称", "score": "考核得分"}
        if extra:
            scores["show"] = ["主管部门"]
        table = {"layout": "ranking-large"} if is_large else {
            "layout": "ranking", "panels": self.random.randint(1, 4),
            "fill": self.random.choice(["down", "across"])}
        return {"title": self.han(4, 40) + "统计表", "key": key, "scores": scores, "table": table,
                "grades": [{"name": "优秀", "at-least": 90}, {"name": "良好", "at-least": 60},
                           {"name": "合格", "rest": True}]}

    def table(self, columns, rows):
        """A sheet of random texts, some cells empty, all in quotation marks; the file's name."""
        file = f"table-{len(self.files)}.csv"
        cell = lambda: '"' + (self.sentence() if self.chance(0.4) else self.han(0, 6)) + '"'
        self.files[file] = "\n".join([columns, *(
            ",".join([str(k + 1), self.han(2, 6)] + [cell() for _ in columns.split(",")[2:]])
            for k in range(rows))]) + "\n"
        return {"file": file}

    def scoring_rules(self):
        rules = self.table("序号,指标类别,指标项目,评估内容和计分方法,分值", self.random.choice([1, 5, 25]))
        single = self.table("序号,指标内容,评估内容和计分方法,分值", self.random.randint(1, 4))
        return {"title": self.han(4, 20) + "细则", "layout": "scoring-rules",
                "fields": {"否决序号": "6", "否决事项": self.sentence()},
                "tables": {"细则": rules, "单项细则": single}}

    def annexes(self):
        return [self.ranking("甲乙丙丁戊己庚辛壬癸子丑"[k])
                for k in range(self.random.choice([0, 0, 0, 1, 2, 3, 11]))]

    def signed(self, job):
        """An issuer, or several of them, with seals or stamps, or none."""
        kind = self.random.choice(["plain", "plain", "lines", "seals", "stamp"])
        if kind == "plain":
            job["issuer"] = self.name()
        elif kind == "lines":
            job["issuer"] = [self.name() for _ in range(self.random.randint(2, 4))]
        elif kind == "seals":
            job["seals"] = [{"issuer": self.name(), "image": self.random.choice(["seal.svg", "seal.png"])}
                            for _ in range(self.random.randint(1, 5))]
        else:
            job["stamps"] = [{"post": self.han(2, 4) + "市长", "signer": self.han(2, 3)}]

    def head(self):
        head = {"mark": self.name() + "文件", "document-number": self.number()}
        if self.chance(0.3):
            head["copy-number"] = f"{self.random.randint(1, 999999):06}"
        if self.chance(0.3):
            head["classification"] = self.random.choice(["秘密★1年", "机密★10年", "绝密"])
        if self.chance(0.3):
            head["urgency"] = self.random.choice(["特急", "加急"])
        return head

    def notice(self):
        return {"layout": "notice", "issuer": self.name(), "annexes": self.annexes()}

    def official_document(self):
        job = {"layout": "official-document", "head": self.head(), "annexes": self.annexes(),
               "recipients": "，".join(self.name() for _ in range(self.random.choice([1, 2, 5, 40])))}
        self.signed(job)
        if self.chance(0.2):
            job["head"]["signers"] = [self.han(2, 3) for _ in range(self.random.randint(1, 5))]
        if self.chance(0.3):
            job["note"] = "此件公开发布"
        if self.chance(0.5):
            job["imprint"] = {"printed-by": self.name(), "printed-on": "2026-12-31"}
            if self.chance(0.7):
                job["imprint"]["copies-to"] = "，".join(
                    self.name() for _ in range(self.random.randint(1, 25)))
        return job

    def formal_letter(self):
        head = self.head() | {"mark": self.name()}
        return {"layout": "formal-letter", "head": head, "issuer": self.name(),
                "recipients": self.name()}

    def order(self):
        return {"layout": "order", "head": {"mark": self.name() + "令", "document-number": "第5号"},
                "stamps": [{"post": "示例市市长", "signer": self.han(2, 3)}]}

    def minutes(self):
        people = lambda: [f"{self.han(2, 3)}（{self.name()}）" for _ in range(self.random.randint(1, 30))]
        return {"layout": "minutes", "issuer": self.name(),
                "head": {"mark": self.name() + "会议纪要", "document-number": "〔2026〕3号"},
                "attendance": {"出席": people(), "请假": self.han(2, 3), "列席": people()}}

    def letter(self):
        return {"layout": "letter", "issuer": self.name(), "recipients": self.name(),
                "fields": {"发文机关": self.name(), "发文字号": self.number()},
                "annexes": [self.scoring_rules() for _ in range(self.random.randint(1, 3))]}

    def project(self):
        fields = {name: self.sentence() for name in ("总体目标期间", "总体目标", "预算年度", "年度目标")}
        columns = ("一级指标,二级指标,三级指标,指标性质,指标值,度量单位,指标属性,评（扣）分标准,指标内容,"
                   "绩效指标值设定依据及数据来源")
        table = self.table(columns, self.random.choice([1, 4, 30]))
        return {"layout": "project-description", "insets": {"目标表": {
            "layout": "performance-targets", "fields": fields, "tables": {"指标": table}}}}

    def make(self):
        """The files of a job by their names; pictures of seals lie beside them."""
        job = self.random.choice([self.notice, self.official_document, self.official_document,
                                  self.formal_letter, self.order, self.minutes, self.letter,
                                  self.project])()
        job |= {"title": self.title(), "body": "body.txt"}
        body = self.body()
        if "insets" in job:
            body += "{目标表}\n" + self.body()
        else:
            job["date"] = self.date()
        if not job.get("annexes", True):
            del job["annexes"]
        self.files |= {"job.yaml": json.dumps(job, ensure_ascii=False, indent=1),
                       "body.txt": body}
        return self.files
