"""Every sample is what an archive and a screen reader want: points of PDF/A-2a (ISO 19005-2) and
PDF/UA-1 (ISO 14289-1), read by qpdf and poppler, each named after its clause."""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

from tagged_pdf import TaggedPdf

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = sys.argv.pop(1)
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


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

    def each(self):
        self.assertGreaterEqual(len(self.documents), 6)
        for document in self.documents:
            with self.subTest(pathlib.Path(document.path).name):
                yield document

    def test_iso_19005_2_6_1_2_header_has_a_comment_of_high_bytes(self):
        for pdf in self.each():
            self.assertRegex(pdf.raw_file(), rb"^%PDF-1\.[4-7]\r?\n%[\x80-\xff]{4,}\r?\n")

    def test_iso_19005_2_6_1_3_trailer_has_an_id_and_no_encryption(self):
        for pdf in self.each():
            self.assertEqual(len(pdf.trailer["/ID"]), 2)
            self.assertNotIn("/Encrypt", pdf.trailer)

    def test_iso_19005_2_6_2_3_colours_have_an_output_intent(self):
        for pdf in self.each():
            intent, = pdf.catalog["/OutputIntents"]
            self.assertEqual(intent["/S"], "/GTS_PDFA1")
            profile = pdf.stream(intent["/DestOutputProfile"])
            self.assertEqual(pdf.value(intent["/DestOutputProfile"])["/N"], 3)
            self.assertEqual(profile[16:20], b"RGB ")  # ICC.1, 7.2.6: data colour space
            self.assertEqual(profile[12:16], b"mntr")
            self.assertEqual(int.from_bytes(profile[:4], "big"), len(profile))
            self.assertEqual(profile[24:36], bytes(12))  # no time: the same bytes every day

    def test_iso_19005_2_6_2_11_4_fonts_are_embedded(self):
        for pdf in self.each():
            for key, found in pdf.objects.items():
                font = found.get("value")
                if isinstance(font, dict) and font.get("/Type") == "/FontDescriptor":
                    self.assertTrue({"/FontFile2", "/FontFile3"} & set(font), key)

    def test_iso_19005_2_6_2_11_7_fonts_have_a_to_unicode(self):
        for pdf in self.each():
            fonts = [found["value"] for found in pdf.objects.values()
                     if isinstance(found.get("value"), dict)
                     and found["value"].get("/Subtype") == "/Type0"]
            self.assertTrue(fonts)
            for font in fonts:
                self.assertIn("/ToUnicode", font)

    def test_iso_19005_2_6_3_2_annotations_are_printed(self):
        for pdf in self.each():
            for page in pdf.pages:
                for annotation in page.get("/Annots", []):
                    self.assertEqual(pdf.value(annotation)["/F"], 4)

    def test_iso_19005_2_6_6_2_metadata_say_what_the_information_says(self):
        for pdf in self.each():
            self.assertNotIn("/Filter", pdf.value(pdf.catalog["/Metadata"]))
            packet = xml.etree.ElementTree.fromstring(pdf.xmp())
            information = pdf.value(pdf.trailer["/Info"])
            title = packet.find(f".//{DUBLIN_CORE}title/{RDF}Alt/{RDF}li").text
            self.assertEqual("u:" + title, information["/Title"])
            author = packet.find(f".//{DUBLIN_CORE}creator/{RDF}Seq/{RDF}li")
            self.assertEqual("u:" + author.text if author is not None else None,
                             information.get("/Author"))
            date = packet.find(".//{http://ns.adobe.com/xap/1.0/}CreateDate")
            if date is not None:
                digits = re.sub(r"\D", "", date.text)
                self.assertEqual(digits, re.sub(r"\D", "", information["/CreationDate"]))
            producer = packet.find(".//{http://ns.adobe.com/pdf/1.3/}Producer").text
            self.assertEqual("u:" + producer, information["/Producer"])

    def test_iso_19005_2_6_6_4_and_iso_14289_1_5_metadata_name_the_standards(self):
        for pdf in self.each():
            packet = xml.etree.ElementTree.fromstring(pdf.xmp())
            find = lambda name: packet.find(".//{http://www.aiim.org/" + name).text
            self.assertEqual(find("pdfa/ns/id/}part"), "2")
            self.assertEqual(find("pdfa/ns/id/}conformance"), "A")
            self.assertEqual(find("pdfua/ns/id/}part"), "1")
            # ISO 19005-2, 6.6.2.3: a schema of which PDF/A does not know is described.
            self.assertEqual(find("pdfa/ns/schema#}prefix"), "pdfuaid")

    def test_iso_19005_2_6_7_2_document_is_marked_and_iso_14289_1_7_1_shows_its_title(self):
        for pdf in self.each():
            self.assertEqual(pdf.catalog["/MarkInfo"], {"/Marked": True})
            self.assertEqual(pdf.catalog["/Lang"], "u:zh-CN")
            self.assertTrue(pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"])

    def test_iso_14289_1_7_1_all_content_is_marked(self):
        for pdf in self.each():
            for page in pdf.pages:
                marks, outside = pdf.marks(page)
                self.assertEqual(outside, [])
                self.assertTrue(marks)

    def test_iso_32000_1_14_7_4_4_every_piece_leads_to_its_element_and_back(self):
        for pdf in self.each():
            parents = pdf.parent_tree()
            elements = {reference: element for reference, element, _ in pdf.elements()}
            held = {}  # (page, MCID) -> element
            for reference, element in elements.items():
                for kid in pdf.kids(element):
                    if isinstance(kid, int):
                        held[element["/Pg"], kid] = reference
                    elif isinstance(kid, dict) and kid["/Type"] == "/MCR":
                        held[kid["/Pg"], kid["/MCID"]] = reference
            drawn = {}
            for page_reference, page in zip(pdf.page_references, pdf.pages):
                owners = parents[page["/StructParents"]]
                numbers = [mark for mark in pdf.marks(page)[0] if mark[1] is not None]
                self.assertEqual([number for _, number in numbers], list(range(len(owners))))
                for kind, number in numbers:
                    drawn[page_reference, number] = owners[number]
                    self.assertEqual("/" + kind, elements[owners[number]]["/S"])
            self.assertEqual(drawn, held)

    def test_iso_14289_1_7_4_2_headings_leave_no_level_out(self):
        for pdf in self.each():
            last = 0
            for _, element, _ in pdf.elements():
                match = re.fullmatch(r"/H(\d)", element["/S"])
                if not match:
                    continue
                self.assertLessEqual(int(match[1]), last + 1)
                last = int(match[1])

    def test_iso_14289_1_7_5_heads_of_tables_have_a_scope_and_rows_are_as_wide(self):
        tables = 0
        for pdf in self.each():
            for _, element, _ in pdf.elements():
                if element["/S"] == "/TH":
                    self.assertIn(element["/A"]["/Scope"], ("/Column", "/Row"))
                if element["/S"] == "/Table":
                    tables += 1
                    self.check_table(pdf, element)
        self.assertGreater(tables, 10)

    def check_table(self, pdf, table):
        """Cells with their spans tile the rows."""
        rows = []
        for group in map(pdf.value, pdf.kids(table)):
            self.assertIn(group["/S"], ("/THead", "/TBody"))
            rows += [pdf.value(row) for row in pdf.kids(group)]
        widths = [0] * len(rows)
        for index, row in enumerate(rows):
            self.assertEqual(row["/S"], "/TR")
            for cell in map(pdf.value, pdf.kids(row)):
                self.assertIn(cell["/S"], ("/TH", "/TD"))
                attributes = cell.get("/A", {})
                for below in range(attributes.get("/RowSpan", 1)):
                    widths[index + below] += attributes.get("/ColSpan", 1)
        self.assertEqual(len(set(widths)), 1, widths)

    def test_iso_14289_1_7_18_links_say_where_they_lead(self):
        links = 0
        for pdf in self.each():
            parents = pdf.parent_tree()
            elements = {reference: element for reference, element, _ in pdf.elements()}
            for page in pdf.pages:
                for reference in page.get("/Annots", []):
                    links += 1
                    annotation = pdf.value(reference)
                    self.assertEqual(page["/Tabs"], "/S")
                    self.assertGreater(len(annotation["/Contents"]), 3)
                    holder = elements[parents[annotation["/StructParent"]]]
                    self.assertEqual(holder["/S"], "/Link")
                    self.assertIn(reference, [kid["/Obj"] for kid in pdf.kids(holder)
                                              if isinstance(kid, dict) and "/Obj" in kid])
        self.assertGreater(links, 5)

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


if __name__ == "__main__":
    unittest.main()
