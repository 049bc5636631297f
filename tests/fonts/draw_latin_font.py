#!/usr/bin/env python3
"""Draws BanxinTest-Latin.ttf, the face of the role 西文 in tests.

It has what Latin text needs and no Han: letters and figures half an em wide as in the other faces,
but quotes and · a quarter of an em, so that a test can tell which face a shared mark came from.
Kept beside its output like draw_fonts.py, and run in the same way.
"""

import pathlib

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

ASCENT, DESCENT = 880, -120


def draw():
    """Every character: its advance and its box, (left, bottom, right, top), or None."""
    drawn = {ord(" "): (500, None)}
    for c in range(0x21, 0x7F):
        drawn[c] = (500, (50, 0, 450, 500 if chr(c).islower() else 700))
    for c in "“”‘’":
        drawn[ord(c)] = (250, (25, 450, 225, 700))
    drawn[ord("·")] = (250, (75, 250, 175, 350))
    drawn[ord("—")] = (1000, (0, 230, 1000, 270))
    drawn[ord("…")] = (1000, (100, 0, 900, 100))
    return drawn


def main():
    drawn = draw()
    names = {c: f"u{c:04X}" for c in drawn}
    outlines = {}
    for c, name in [(None, ".notdef"), *names.items()]:
        box = (100, 0, 400, 700) if c is None else drawn[c][1]
        pen = TTGlyphPen(None)
        if box:
            left, bottom, right, top = box
            pen.moveTo((left, bottom))
            for corner in [(left, top), (right, top), (right, bottom)]:
                pen.lineTo(corner)
            pen.closePath()
        outlines[name] = pen.glyph()
    metrics = {".notdef": (500, 100)}
    metrics |= {names[c]: (advance, box[0] if box else 0) for c, (advance, box) in drawn.items()}

    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *(names[c] for c in sorted(drawn))])
    builder.setupCharacterMap(names)
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    name = "BanxinTest-Latin"
    builder.setupNameTable(
        {"familyName": name, "styleName": "Regular", "fullName": name, "psName": name,
         "version": "1.0", "uniqueFontIdentifier": name}, mac=False)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT,
                     usWinDescent=-DESCENT, fsType=0)
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.save(pathlib.Path(__file__).with_name(f"{name}.ttf"))


if __name__ == "__main__":
    main()
