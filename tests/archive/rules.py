"""Points of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) that any PDF of this program must
fulfil, each named after its clause. A rule takes a TaggedPdf and fails by an assertion."""

import re
import subprocess
import unicodedata
import xml.etree.ElementTree

from font_program import widths_of
from tagged_pdf import TOKEN, TaggedPdf

RULES = []
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
STRUCTURE_TYPES = {  # ISO 32000-1, 14.8.4; only standard ones, so that no role map is needed
    "Document", "Sect", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table",
    "THead", "TBody", "TR", "TH", "TD", "Caption", "Link", "Note", "Span", "Figure"}
OPERATORS = set(  # ISO 32000-1, annex A: all that this program has a use for
    b"BDC BMC BT Do EMC ET Q TJ Tf Tj Tm cm f g l m q re rg S w".split())


def rule(function):
    RULES.append(function)
    return function


def faults(path, part=2):
    """What is wrong with a PDF, qpdf's complaints too: sentences that begin with the clause. The
    clauses of ISO 19005-2 are those of ISO 19005-3 also; `part` is the one that the PDF must name."""
    check = subprocess.run(["qpdf", "--check", path], capture_output=True)
    if check.returncode != 0:
        return [f"qpdf: {check.stdout.decode()}{check.stderr.decode()}"]
    pdf = TaggedPdf(path, part)
    found = []
    for each in RULES:
        try:
            each(pdf)
        except Exception as fault:  # a rule that cannot read what it expects is broken as well
            found.append(f"{each.__name__}: {type(fault).__name__} {fault}")
    return found


def equal(found, expected):
    assert found == expected, f"{found!r} is not {expected!r}"


def fonts_of(pdf):
    """(reference of the Type0 font, it, its descendant, the descriptor)"""
    for reference in {font for font, _ in pdf.glyphs}:
        font = pdf.value(reference)
        descendant = pdf.value(font["/DescendantFonts"][0])
        yield reference, font, descendant, pdf.value(descendant["/FontDescriptor"])


# --- The file

@rule
def iso_19005_2_6_1_2_header_has_a_comment_of_high_bytes(pdf):
    assert re.match(rb"%PDF-1\.[4-7]\r?\n%[\x80-\xff]{4,}\r?\n", pdf.raw_file)


@rule
def iso_19005_2_6_1_3_trailer_has_an_id_and_no_encryption(pdf):
    equal(len(pdf.trailer["/ID"]), 2)
    assert "/Encrypt" not in pdf.trailer


@rule
def iso_19005_2_6_1_3_nothing_follows_the_end(pdf):
    assert re.search(rb"%%EOF(\r\n|\r|\n)?$", pdf.raw_file)
    equal(pdf.skeleton.count(b"%%EOF"), 1)


@rule
def iso_19005_2_6_1_7_streams_are_as_long_as_they_say_and_packed_by_flate(pdf):
    begins = list(re.finditer(rb"/Length (\d+)( 0 R)?\b(?:(?!stream).)*?>>\s*stream(\r\n|\n)",
                              pdf.raw_file, re.DOTALL))
    assert len(begins) == pdf.skeleton.count(b"endstream")
    for begin in begins:
        length = int(begin[1]) if begin[2] is None else pdf.value(begin[1].decode() + " 0 R")
        end = begin.end() + length
        assert re.match(rb"(\r\n|\n|\r)endstream", pdf.raw_file[end:end + 12]), begin[0]
    for _, value in pdf.values():
        if isinstance(value, dict) and "/Length" in value:
            assert value.get("/Filter", "/FlateDecode") == "/FlateDecode"
            assert not {"/F", "/FFilter", "/FDecodeParms"} & set(value)


@rule
def iso_19005_2_6_1_9_objects_are_spaced(pdf):
    objects = re.findall(rb"(.)\d+ 0 obj(.)", pdf.skeleton, re.DOTALL)
    assert objects and set(objects) == {(b"\n", b"\n")}
    assert not re.search(rb"[^\r\n]endobj|endobj[^\r\n]", pdf.skeleton)


@rule
def iso_19005_2_6_1_13_numbers_strings_and_names_keep_to_the_limits(pdf):
    assert len(pdf.objects) < 8388607
    for key, value in pdf.values():
        assert key is None or len(key.encode()) <= 128, key  # with its slash
        if isinstance(value, int):
            assert -2**31 <= value < 2**31, (key, value)
        elif isinstance(value, float):
            assert abs(value) < 3.403e38, (key, value)
        elif isinstance(value, str):
            if value.startswith("/"):
                assert len(value.encode()) <= 128, (key, value)
            elif value.startswith("u:"):
                assert len(value[2:].encode("utf-16-be")) + 2 < 32768, (key, len(value))
            elif value.startswith("b:"):
                assert len(value) // 2 < 32768, (key, len(value))


@rule
def iso_19005_2_6_1_13_strings_and_nesting_of_contents_keep_to_the_limits(pdf):
    for page in pdf.pages:
        depth = 0
        for token in TOKEN.findall(pdf.stream(page["/Contents"])):
            if token.startswith(b"<") and token != b"<<":
                equal(len(token) % 2, 0)
                assert len(token) // 2 < 32768
            depth += {b"q": 1, b"Q": -1}.get(token, 0)
            assert 0 <= depth <= 28
        equal(depth, 0)


@rule
def iso_19005_2_6_1_13_pages_are_between_3_and_14400_units(pdf):
    for page in pdf.pages:
        left, bottom, right, top = page["/MediaBox"]
        assert 3 <= right - left <= 14400 and 3 <= top - bottom <= 14400


# --- Graphics

@rule
def iso_19005_2_6_2_2_contents_have_known_operators_and_named_resources(pdf):
    for page in pdf.pages:
        resources = pdf.value(page["/Resources"])
        for operator, operands in pdf.operations(page):
            assert operator in OPERATORS, operator
            if operator in (b"Tf", b"Do"):
                kind = "/Font" if operator == b"Tf" else "/XObject"
                assert operands[0].decode() in pdf.value(resources[kind]), operands


@rule
def iso_19005_2_6_2_3_colours_have_an_output_intent(pdf):
    intent, = pdf.catalog["/OutputIntents"]
    equal(intent["/S"], "/GTS_PDFA1")
    profile = pdf.stream(intent["/DestOutputProfile"])
    equal(pdf.value(intent["/DestOutputProfile"])["/N"], 3)
    equal(profile[16:20], b"RGB ")  # ICC.1, 7.2.6: data colour space
    equal(profile[12:16], b"mntr")
    assert profile[8] < 5
    equal(int.from_bytes(profile[:4], "big"), len(profile))
    equal(profile[24:36], bytes(12))  # no time: the same bytes every day


@rule
def iso_19005_2_6_2_4_3_colours_are_rgb_or_gray(pdf):
    for key, value in pdf.values():
        if key == "/ColorSpace":
            assert value in ("/DeviceRGB", "/DeviceGray"), value


@rule
def iso_19005_2_6_2_8_images_are_plain(pdf):
    for image in pdf.dictionaries("/XObject"):
        equal(image["/Subtype"], "/Image")
        assert not {"/Alternates", "/OPI"} & set(image) and not image.get("/Interpolate")
        assert image["/BitsPerComponent"] in (1, 2, 4, 8, 16)


# --- Fonts

@rule
def iso_19005_2_6_2_11_2_fonts_are_composite_with_plain_codes(pdf):
    for _, font, descendant, _ in fonts_of(pdf):
        equal(font["/Subtype"], "/Type0")
        equal(font["/Encoding"], "/Identity-H")
        if descendant["/Subtype"] == "/CIDFontType2":
            equal(descendant["/CIDToGIDMap"], "/Identity")
        else:
            equal(descendant["/Subtype"], "/CIDFontType0")


@rule
def iso_19005_2_6_2_11_4_fonts_are_embedded(pdf):
    for descriptor in pdf.dictionaries("/FontDescriptor"):
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
        assert re.fullmatch(r"/[A-Z]{6}\+.+", descriptor["/FontName"])


@rule
def iso_19005_2_6_2_11_4_and_5_glyphs_are_there_and_as_wide_as_said(pdf):
    for reference, _, descendant, descriptor in fonts_of(pdf):
        is_cff = "/FontFile3" in descriptor
        program = pdf.stream(descriptor["/FontFile3" if is_cff else "/FontFile2"])
        held = widths_of(program, is_cff)
        said, row = {}, descendant.get("/W", [])
        for first, widths in zip(row[::2], row[1::2]):
            said.update(enumerate(widths, first))
        for font, code in pdf.glyphs:
            if font == reference:
                assert code in held, f"{descriptor['/FontName']} has no glyph {code}"
                width = said.get(code, descendant.get("/DW", 1000))
                assert abs(held[code] - width) <= 1, (code, held[code], width)


@rule
def iso_19005_2_6_2_11_7_glyphs_have_a_text(pdf):
    texts = {reference: pdf.to_unicode(reference) for reference, _, _, _ in fonts_of(pdf)}
    for (font, code), is_covered in pdf.glyphs.items():
        text = texts[font].get(code)
        assert text, f"{code} has no text"
        assert not {"\0", "\ufeff", "\ufffe"} & set(text), ascii(text)
        # 6.2.11.7.3: what a private character means is said beside it.
        assert is_covered or all(unicodedata.category(each) != "Co" for each in text), ascii(text)


@rule
def iso_19005_2_6_2_11_8_no_glyph_stands_for_a_missing_one(pdf):
    assert all(code != 0 for _, code in pdf.glyphs)


# --- Annotations, actions, metadata

@rule
def iso_19005_2_6_3_annotations_are_links_that_are_printed(pdf):
    for page in pdf.pages:
        for annotation in map(pdf.value, page.get("/Annots", [])):
            equal(annotation["/Subtype"], "/Link")
            equal(annotation["/F"], 4)


@rule
def iso_19005_2_6_5_and_6_10_nothing_runs_or_moves(pdf):
    banned = {"/AA", "/JS", "/JavaScript", "/OpenAction", "/AcroForm", "/Launch", "/PresSteps",
              "/AlternatePresentations", "/Requirements", "/OCProperties", "/Perms", "/URI",
              "/RoleMap"}
    if pdf.archive_part == 2:
        banned.add("/EmbeddedFiles")
    for key, value in pdf.values():
        assert key not in banned, key
        assert not (isinstance(value, str) and value in banned), value


@rule
def iso_19005_2_6_6_2_metadata_are_plain_xml(pdf):
    assert "/Filter" not in pdf.value(pdf.catalog["/Metadata"])
    assert re.match("<\\?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"\\?>", pdf.xmp)
    xml.etree.ElementTree.fromstring(pdf.xmp)


@rule
def iso_19005_2_6_6_2_metadata_say_what_the_information_says(pdf):
    packet = xml.etree.ElementTree.fromstring(pdf.xmp)
    information = pdf.value(pdf.trailer["/Info"])
    title = packet.find(f".//{DUBLIN_CORE}title/{RDF}Alt/{RDF}li").text
    equal("u:" + title, information["/Title"])
    author = packet.find(f".//{DUBLIN_CORE}creator/{RDF}Seq/{RDF}li")
    equal("u:" + author.text if author is not None else None, information.get("/Author"))
    date = packet.find(".//{http://ns.adobe.com/xap/1.0/}CreateDate")
    digits = re.sub(r"\D", "", date.text) if date is not None else ""
    equal(digits, re.sub(r"\D", "", information.get("/CreationDate", "")))
    producer = packet.find(".//{http://ns.adobe.com/pdf/1.3/}Producer").text
    equal("u:" + producer, information["/Producer"])


@rule
def iso_19005_2_6_6_4_and_iso_14289_1_5_metadata_name_the_standards(pdf):
    packet = xml.etree.ElementTree.fromstring(pdf.xmp)
    find = lambda name: packet.find(".//{http://www.aiim.org/" + name).text
    equal(find("pdfa/ns/id/}part"), str(pdf.archive_part))
    equal(find("pdfa/ns/id/}conformance"), "A")
    equal(find("pdfua/ns/id/}part"), "1")


@rule
def iso_19005_2_6_6_2_3_schemas_that_pdf_a_does_not_know_are_described(pdf):
    packet = xml.etree.ElementTree.fromstring(pdf.xmp)
    known = {"http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/",
             "http://ns.adobe.com/xap/1.0/", "http://www.aiim.org/pdfa/ns/id/",
             "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "adobe:ns:meta/",
             *(f"http://www.aiim.org/pdfa/ns/{name}"
               for name in ("extension/", "schema#", "property#", "type#", "field#"))}
    schema = "{http://www.aiim.org/pdfa/ns/schema#}"
    field = "{http://www.aiim.org/pdfa/ns/property#}"
    described = set()
    for bag in packet.iter("{http://www.aiim.org/pdfa/ns/extension/}schemas"):
        for each in bag.find(RDF + "Bag"):
            assert each.find(schema + "schema").text and each.find(schema + "prefix").text
            space = each.find(schema + "namespaceURI").text
            for entry in each.find(schema + "property").find(RDF + "Seq"):
                assert entry.find(field + "category").text in ("internal", "external")
                assert entry.find(field + "valueType").text and entry.find(field + "description").text
                described.add("{" + space + "}" + entry.find(field + "name").text)
    for each in packet.iter():
        space = each.tag[1:].split("}")[0]
        assert space in known or each.tag in described, each.tag


# --- Structure

@rule
def iso_19005_2_6_7_2_document_is_marked_and_iso_14289_1_7_1_shows_its_title(pdf):
    equal(pdf.catalog["/MarkInfo"], {"/Marked": True})
    assert pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"] is True


@rule
def iso_19005_2_6_7_3_elements_are_of_standard_types_below_one_document(pdf):
    equal([depth for _, _, depth in pdf.elements].count(0), 1)
    equal(pdf.elements[0][1]["/S"], "/Document")
    root = pdf.value(pdf.catalog["/StructTreeRoot"])
    equal(root["/Type"], "/StructTreeRoot")
    for reference, element, _ in pdf.elements:
        assert element["/S"][1:] in STRUCTURE_TYPES, element["/S"]
        for kid in pdf.kids(element):
            if isinstance(kid, str):
                equal(pdf.value(kid)["/P"], reference)
    equal(pdf.value(pdf.elements[0][1]["/P"]), root)


@rule
def iso_19005_2_6_7_4_language_is_chinese_everywhere(pdf):
    equal(pdf.catalog["/Lang"], "u:zh-CN")
    equal({value for key, value in pdf.values() if key == "/Lang"}, {"u:zh-CN"})


@rule
def iso_14289_1_7_1_all_content_is_marked_once(pdf):
    for page in pdf.pages:
        _, astray = pdf.marks(page)
        equal(astray, [])


@rule
def iso_32000_1_14_7_4_4_every_piece_leads_to_its_element_and_back(pdf):
    elements = {reference: element for reference, element, _ in pdf.elements}
    held = {}  # (page, MCID) -> element
    for reference, element in elements.items():
        for kid in pdf.kids(element):
            if isinstance(kid, int):
                held[element["/Pg"], kid] = reference
            elif isinstance(kid, dict) and kid["/Type"] == "/MCR":
                held[kid["/Pg"], kid["/MCID"]] = reference
    drawn = {}
    for page_reference, page in zip(pdf.page_references, pdf.pages):
        owners = pdf.value(pdf.parent_tree[page["/StructParents"]])
        numbers = [mark for mark in pdf.marks(page)[0] if mark[1] is not None]
        equal([number for _, number in numbers], list(range(len(owners))))
        for kind, number in numbers:
            drawn[page_reference, number] = owners[number]
            equal("/" + kind, elements[owners[number]]["/S"])
    equal(drawn, held)


def check_kids(pdf, kind, allowed, at_least=()):
    for _, element, _ in pdf.elements:
        if element["/S"] == kind:
            kids = [kid["/S"] for kid in pdf.kid_elements(element)]
            assert set(kids) <= set(allowed), (kind, kids)
            assert set(at_least) <= set(kids), (kind, kids)


def check_parent(pdf, kind, allowed):
    for _, element, _ in pdf.elements:
        if element["/S"] == kind:
            parent = pdf.value(element["/P"]).get("/S")
            assert parent in allowed, (kind, parent)


@rule
def iso_14289_1_7_2_tables_hold_rows_of_cells(pdf):
    check_kids(pdf, "/Table", ("/THead", "/TBody", "/Caption"), ("/TBody",))
    check_kids(pdf, "/THead", ("/TR",))
    check_kids(pdf, "/TBody", ("/TR",))
    check_kids(pdf, "/TR", ("/TH", "/TD"))
    check_parent(pdf, "/THead", ("/Table",))
    check_parent(pdf, "/TBody", ("/Table",))
    check_parent(pdf, "/TR", ("/THead", "/TBody"))
    check_parent(pdf, "/TH", ("/TR",))
    check_parent(pdf, "/TD", ("/TR",))
    for _, element, _ in pdf.elements:
        if element["/S"] == "/Table":
            kinds = [kid["/S"] for kid in pdf.kid_elements(element)]
            assert kinds.count("/THead") <= 1 and kinds.count("/Caption") <= 1
            assert "/Caption" not in kinds[1:-1]


@rule
def iso_14289_1_7_2_cells_with_their_spans_tile_tables(pdf):
    for _, table, _ in pdf.elements:
        if table["/S"] == "/Table":
            rows = [row for group in pdf.kid_elements(table) for row in pdf.kid_elements(group)]
            widths = [0] * len(rows)
            for index, row in enumerate(rows):
                for cell in pdf.kid_elements(row):
                    attributes = cell.get("/A", {})
                    for below in range(attributes.get("/RowSpan", 1)):
                        widths[index + below] += attributes.get("/ColSpan", 1)
            equal(len(set(widths)), 1)


@rule
def iso_14289_1_7_2_lists_hold_items_of_labels_and_bodies(pdf):
    check_kids(pdf, "/L", ("/L", "/LI", "/Caption"))
    check_kids(pdf, "/LI", ("/Lbl", "/LBody"), ("/LBody",))
    check_parent(pdf, "/LI", ("/L",))
    check_parent(pdf, "/LBody", ("/LI",))
    check_parent(pdf, "/Lbl", ("/LI",))


@rule
def iso_14289_1_7_3_figures_say_what_they_show(pdf):
    for _, element, _ in pdf.elements:
        if element["/S"] == "/Figure":
            assert len(element.get("/Alt", "")) > 2


@rule
def iso_14289_1_7_4_2_headings_leave_no_level_out(pdf):
    last = 0
    for _, element, _ in pdf.elements:
        match = re.fullmatch(r"/H(\d)", element["/S"])
        if match:
            assert int(match[1]) <= last + 1
            last = int(match[1])


@rule
def iso_14289_1_7_5_heads_of_tables_have_a_scope(pdf):
    for _, element, _ in pdf.elements:
        if element["/S"] == "/TH":
            assert element["/A"]["/Scope"] in ("/Column", "/Row")


@rule
def iso_14289_1_7_9_notes_have_names_of_their_own(pdf):
    names = [element.get("/ID") for _, element, _ in pdf.elements if element["/S"] == "/Note"]
    assert all(names) and len(set(names)) == len(names)


@rule
def iso_32000_1_14_7_2_names_of_elements_lead_to_them(pdf):
    named = {element["/ID"]: reference for reference, element, _ in pdf.elements
             if "/ID" in element}
    tree = pdf.value(pdf.value(pdf.catalog["/StructTreeRoot"]).get("/IDTree", {}))
    row = tree.get("/Names", [])
    equal(row[::2], sorted(named))  # 7.9.6: in lexical order
    equal(dict(zip(row[::2], row[1::2])), named)


@rule
def iso_14289_1_7_18_links_say_where_they_lead(pdf):
    elements = {reference: element for reference, element, _ in pdf.elements}
    for page in pdf.pages:
        for reference in page.get("/Annots", []):
            annotation = pdf.value(reference)
            equal(page["/Tabs"], "/S")
            assert len(annotation["/Contents"]) > 2
            assert annotation["/Dest"][0] in pdf.page_references
            holder = elements[pdf.parent_tree[annotation["/StructParent"]]]
            equal(holder["/S"], "/Link")
            assert reference in [kid["/Obj"] for kid in pdf.kids(holder)
                                 if isinstance(kid, dict) and "/Obj" in kid]
