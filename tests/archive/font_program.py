"""What a font program in a PDF says of itself: its glyphs and their widths, by CID. Reads just what
CIDFontType0C (Adobe Technical Notes 5176 and 5177) and TrueType need for that."""

import struct


def widths_of(program, is_cff):
    """Thousandths of an em by CID."""
    return cff_widths(program) if is_cff else true_type_widths(program)


def true_type_widths(program):
    tables = {}
    for k in range(struct.unpack_from(">H", program, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", program, 12 + 16 * k)
        tables[tag] = offset
    units, = struct.unpack_from(">H", program, tables[b"head"] + 18)
    glyphs, = struct.unpack_from(">H", program, tables[b"maxp"] + 4)
    long_metrics, = struct.unpack_from(">H", program, tables[b"hhea"] + 34)
    widths = [struct.unpack_from(">H", program, tables[b"hmtx"] + 4 * min(k, long_metrics - 1))[0]
              for k in range(glyphs)]
    return {glyph: width * 1000 / units for glyph, width in enumerate(widths)}


def cff_index(data, at):
    """The pieces of an INDEX, and where it ends."""
    count, = struct.unpack_from(">H", data, at)
    if count == 0:
        return [], at + 2
    size = data[at + 2]
    offsets = [int.from_bytes(data[at + 3 + k * size:at + 3 + (k + 1) * size], "big")
               for k in range(count + 1)]
    base = at + 2 + (count + 1) * size
    return [data[base + begin:base + end] for begin, end in zip(offsets, offsets[1:])], \
        base + offsets[-1]


def cff_dictionary(data):
    entries, operands, at = {}, [], 0
    while at < len(data):
        first = data[at]
        at += 1
        if first <= 21:
            if first == 12:
                first = 1200 + data[at]
                at += 1
            entries[first], operands = operands, []
        elif first == 28:
            operands.append(struct.unpack_from(">h", data, at)[0])
            at += 2
        elif first == 29:
            operands.append(struct.unpack_from(">l", data, at)[0])
            at += 4
        elif first == 30:
            digits = ""
            while not digits.endswith("f"):
                digits += f"{data[at]:02x}".split("f")[0] + ("f" if "f" in f"{data[at]:02x}" else "")
                at += 1
            signs = {"a": ".", "b": "E", "c": "E-", "e": "-", "f": ""}
            operands.append(float("".join(signs.get(digit, digit) for digit in digits)))
        elif first < 247:
            operands.append(first - 139)
        else:
            second = data[at]
            at += 1
            operands.append((first - 247) * 256 + second + 108 if first < 251
                            else -(first - 251) * 256 - second - 108)
    return entries


def char_string_width(program, default, nominal):
    """The extra operand before the first operator that empties the stack."""
    stack, at = [], 0
    while at < len(program):
        first = program[at]
        at += 1
        if first == 28:
            stack.append(struct.unpack_from(">h", program, at)[0])
            at += 2
        elif first >= 32:
            if first < 247:
                stack.append(first - 139)
            elif first < 255:
                second = program[at]
                at += 1
                stack.append((first - 247) * 256 + second + 108 if first < 251
                             else -(first - 251) * 256 - second - 108)
            else:
                stack.append(struct.unpack_from(">l", program, at)[0] / 65536)
                at += 4
        else:
            assert first not in (10, 29), "calls of subroutines are not read here"
            takes = {22: 1, 4: 1, 21: 2, 14: 0}  # hmoveto, vmoveto, rmoveto, endchar
            # Hints come in pairs: hstem, vstem, hstemhm, vstemhm, hintmask, cntrmask.
            has_width = len(stack) > takes[first] if first in takes else len(stack) % 2 == 1
            return nominal + stack[0] if has_width else default
    raise AssertionError("a char string without an operator")


def cff_ranges(data, at, glyphs):
    """The CIDs of a charset, by glyph."""
    kind, cids = data[at], [0]
    at += 1
    while len(cids) < glyphs:
        first, = struct.unpack_from(">H", data, at)
        at += 2
        left = 0
        if kind == 1:
            left = data[at]
            at += 1
        elif kind == 2:
            left, = struct.unpack_from(">H", data, at)
            at += 2
        cids += range(first, first + left + 1)
    return cids[:glyphs]


def cff_selection(data, at, glyphs):
    """The font dictionary of each glyph."""
    if data[at] == 0:
        return list(data[at + 1:at + 1 + glyphs])
    count, = struct.unpack_from(">H", data, at + 1)
    ranges = [struct.unpack_from(">HB", data, at + 3 + 3 * k) for k in range(count)]
    ends = [first for first, _ in ranges[1:]] + [glyphs]
    return [font for (first, font), end in zip(ranges, ends) for _ in range(first, end)]


def cff_widths(data):
    _, at = cff_index(data, data[2])
    tops, at = cff_index(data, at)
    top = cff_dictionary(tops[0])
    programs, _ = cff_index(data, top[17][0])
    cids = cff_ranges(data, top[15][0], len(programs))
    fonts = []
    for each in cff_index(data, top[1236][0])[0]:
        font = cff_dictionary(each)
        size, offset = font[18]
        private = cff_dictionary(data[offset:offset + size])
        scale = font.get(1207, top.get(1207, [0.001]))[0]
        if 1207 in font and 1207 in top:
            scale *= top[1207][0]
        fonts.append((private.get(20, [0])[0], private.get(21, [0])[0], scale))
    selection = cff_selection(data, top[1237][0], len(programs))
    widths = {}
    for cid, program, chosen in zip(cids, programs, selection):
        default, nominal, scale = fonts[chosen]
        widths[cid] = char_string_width(program, default, nominal) * scale * 1000
    return widths
