"""Whether a JSON Schema and the loader of the program say the same of a YAML file.

The schema is judged by python3-jsonschema, the loader by running `banxin`. Both get complete
examples, and then the same examples with one mistake each.
"""

import copy
import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import jsonschema
import yaml

ROOT = Path(__file__).resolve().parents[2]

# What a schema can say of a file. The loader's other complaints need more than one place of it.
SCHEMA_CODES = {"key-unknown", "key-missing", "value-invalid", "text-expected", "list-expected",
                "map-expected", "yaml-not-a-map"}
# What it can say when the mistake is within one object.
SOMETIMES_SCHEMA_CODES = {"grade-rules-conflict"}

# Put in place of every value, to see whether both take it or both refuse it.
CANDIDATES = [
    "some text", "two\nlines", "true-ish", "none", "2em", "0.5em", "1.5em", "3mm", "0mm", "10.5pt",
    "5cm", "-1mm", "三号", "九号", "2021-01-29", "2021-1", True, False, 0, 1, 3, 2.5, 0.75, -1,
    1_000_000_007, [], ["text"], ["text", ["inner"]], ["210mm", "270mm"], {}, {"no-such-key": "x"},
]


class Yaml12Loader(yaml.SafeLoader):
    """Types plain scalars as editors do, by the core schema of YAML 1.2: dates are text."""


Yaml12Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
        ("int", r"[-+]?[0-9]+", list("-+0123456789")),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789"))]:
    Yaml12Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"),
                                       first)


def load(text):
    return yaml.load(text, Yaml12Loader)


class Complaint:
    """One error of the program."""

    def __init__(self, found):
        self.code = found["code"]
        self.message = found["message"]
        # "the known keys, the most similar first: rows, row"; "expected: top, centre"
        self.known = found["hint"].partition(": ")[2].split(", ")


def complaints_of(program, arguments, owner):
    """Runs `program`; gives the errors that a schema can know of under what `owner` says."""
    ran = subprocess.run([program, *arguments, "--diagnostics", "json", "--lang", "en"],
                         capture_output=True, text=True, check=False)
    complaints = {}
    for found in json.loads(ran.stderr)["diagnostics"]:
        if found["code"] in SCHEMA_CODES | SOMETIMES_SCHEMA_CODES:
            complaints.setdefault(owner(found), []).append(Complaint(found))
    return complaints


class LayoutLoader:
    def __init__(self, program, others):
        self.program = program
        self.others = others  # layouts that the documents may name

    def read(self, documents):
        """The loader's complaints about each document. JSON is YAML."""
        with tempfile.TemporaryDirectory() as folder:
            for number, document in enumerate(documents):
                text = json.dumps(document, ensure_ascii=False)
                (Path(folder) / f"{number}.yaml").write_text(text, encoding="utf-8")
            for name, text in self.others.items():
                (Path(folder) / f"{name}.yaml").write_text(text, encoding="utf-8")
            complaints = complaints_of(self.program, ["layouts", "--layouts", folder],
                                       lambda found: Path(found["file"]).stem)
        return [complaints.get(str(number), []) for number in range(len(documents))]


class JobLoader:
    def __init__(self, program):
        self.program = program

    def read(self, documents):
        with tempfile.TemporaryDirectory() as folder:
            jobs = []
            for number, document in enumerate(documents):
                job = Path(folder) / str(number)
                job.mkdir()
                text = json.dumps(document, ensure_ascii=False)
                (job / "job.yaml").write_text(text, encoding="utf-8")
                jobs.append(str(job))
            # Without layouts, which the job alone is judged sooner without.
            complaints = complaints_of(self.program, ["check", *jobs, "--layouts", folder],
                                       lambda found: Path(found["job"]).name)
        return [complaints.get(str(number), []) for number in range(len(documents))]


class Schema:
    def __init__(self, path):
        self.root = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(self.root)
        self.joined(self.root)
        self.validator = jsonschema.Draft7Validator(self.root)

    def joined(self, node):
        """Puts the definition itself where there is a reference to it: validation is faster."""
        items = node.items() if isinstance(node, dict) else enumerate(node)
        for key, child in list(items):
            if isinstance(child, dict) and "$ref" in child:
                node[key] = self.root["definitions"][child["$ref"].removeprefix("#/definitions/")]
            elif isinstance(child, (dict, list)):
                self.joined(child)

    def accepts(self, document):
        return self.validator.is_valid(document)

    def why_not(self, document):
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
                for error in self.validator.iter_errors(document)]

    def words_instead(self, document):
        """The words that the schema would take where it takes none of `document`."""
        words, errors = set(), list(self.validator.iter_errors(document))
        while errors:
            error = errors.pop()
            errors += error.context
            if error.validator in ("enum", "const"):
                listed = error.validator_value
                words.update(word for word in (listed if isinstance(listed, list) else [listed])
                             if isinstance(word, str))
        return words

    def object_types(self):
        """The objects with keys of their own, by name."""
        types = {"the file": self.root, **self.root["definitions"]}
        return {name: node for name, node in types.items()
                if node.get("additionalProperties") is False}

    def objects(self, value, node=None, path=()):
        """Pairs of a path into `value` and the object type that stands there."""
        node = self.root if node is None else node
        if isinstance(value, dict):
            if node.get("additionalProperties") is False:
                yield path, node
            named = node.get("additionalProperties")
            for key, child in value.items():
                inner = node.get("properties", {}).get(key, named)
                if isinstance(inner, dict):
                    yield from self.objects(child, inner, path + (key,))
        elif isinstance(value, list) and "items" in node:
            for number, child in enumerate(value):
                yield from self.objects(child, node["items"], path + (number,))
        if "properties" not in node:  # next to them, conditions name no further types
            for inner in node.get("allOf", []):
                yield from self.objects(value, inner, path)
            for inner in node.get("anyOf", []):
                if jsonschema.Draft7Validator(inner).is_valid(value):
                    yield from self.objects(value, inner, path)
                    break


def at(document, path):
    for step in path:
        document = document[step]
    return document


def changed(document, path, change):
    """A copy in which `change` has been made to the value at `path`."""
    document = copy.deepcopy(document)
    change(at(document, path))
    return document


def lists_of_texts(value, path=()):
    """Paths of the lists in `value` that begin with something other than a list or map."""
    if isinstance(value, list) and value and not isinstance(value[0], (list, dict)):
        yield path
    entries = (value.items() if isinstance(value, dict)
               else enumerate(value) if isinstance(value, list) else ())
    for step, child in entries:
        yield from lists_of_texts(child, path + (step,))


def beginning(new):
    return lambda value: value.__setitem__(0, copy.deepcopy(new))


def without(key):
    return lambda value: value.pop(key)


def having(key, new):
    return lambda value: value.update({key: copy.deepcopy(new)})


class Agreement:
    """Tests for whoever also is a unittest.TestCase and sets these."""

    schema = None
    loader = None
    examples = []  # together they have every key
    whole_lists = []  # keys of lists whose entries must suit each other

    def required_keys(self, example, node):
        return node.get("required", [])

    def objects(self):
        """Every object in the examples: its name for messages, the example, the path, the type."""
        for number, example in enumerate(self.examples):
            for path, node in self.schema.objects(example):
                yield f"example {number}: {'/'.join(map(str, path))}", example, path, node

    def assert_alike(self, mistakes):
        """Both accept, or both refuse, each of the (name, document). Gives those refused."""
        differ, refused_ones = [], set()
        answers = self.loader.read([document for _, document in mistakes])
        for (name, document), complaints in zip(mistakes, answers):
            refused = not self.schema.accepts(document)
            if refused:
                refused_ones.add(name)
            if refused != bool(complaints):
                said = [complaint.message for complaint in complaints]
                differ.append(f"{name}\n  loader: {said}\n  schema: {self.schema.why_not(document)}")
        self.assertEqual(differ, [], "\n" + "\n".join(differ))
        return refused_ones

    def test_every_key_has_a_sentence(self):
        for place, node in self.schema.object_types().items():
            for key, value in node["properties"].items():
                said = value.get("description", "")
                self.assertRegex(said, r"^\S.*\S\.$", f"{place}: {key}")
                self.assertLess(len(said), 160, f"{place}: {key}")

    def test_no_object_takes_any_key(self):
        """An object has keys of its own, names by a rule, or is a condition beside such a one."""
        for place, node in self.schema.root["definitions"].items():
            if node.get("type") == "object":
                self.assertIn("additionalProperties", node, place)

    def test_examples_are_good_and_have_every_key(self):
        for example, complaints in zip(self.examples, self.loader.read(self.examples)):
            self.assertEqual(self.schema.why_not(example), [])
            self.assertEqual([complaint.message for complaint in complaints], [])
        used = {}
        for _, example, path, node in self.objects():
            used.setdefault(id(node), set()).update(at(example, path))
        for place, node in self.schema.object_types().items():
            self.assertEqual(set(node["properties"]) - used.get(id(node), set()), set(), place)

    def test_keys_that_the_loader_knows_are_those_of_the_schema(self):
        """The loader lists them, where a key is none."""
        objects = list(self.objects())
        mistakes = [changed(example, path, having("no-such-key", "x"))
                    for _, example, path, _ in objects]
        known = {}
        for (name, _, _, node), document, complaints in zip(objects, mistakes,
                                                            self.loader.read(mistakes)):
            self.assertFalse(self.schema.accepts(document), name)
            self.assertEqual([complaint.code for complaint in complaints], ["key-unknown"], name)
            known.setdefault(id(node), set()).update(complaints[0].known)
        for place, node in self.schema.object_types().items():
            self.assertEqual(known.get(id(node), set()), set(node["properties"]), place)

    def test_the_nearest_key_is_the_hint(self):
        mistakes, expected = [], []
        for name, example, path, _ in self.objects():
            for key, value in at(example, path).items():
                misspelt = key + key[-1]
                mistakes.append(changed(example, path, having(misspelt, value)))
                expected.append((f"{name}/{misspelt}", key))
        for (name, key), document, complaints in zip(expected, mistakes,
                                                     self.loader.read(mistakes)):
            self.assertFalse(self.schema.accepts(document), name)
            self.assertEqual([(complaint.code, complaint.known[0]) for complaint in complaints],
                             [("key-unknown", key)], name)

    def values(self):
        """A name for each kind of value in the examples, and how to get an example with another."""
        seen = set()
        for name, example, path, node in self.objects():
            for key in at(example, path):
                if (id(node), key) not in seen:
                    seen.add((id(node), key))
                    yield f"{name}/{key}", lambda new, example=example, path=path, key=key: changed(
                        example, path, having(key, new))
        for number, example in enumerate(self.examples):
            for path in lists_of_texts(example):
                if path[-1] not in self.whole_lists:
                    name = f"example {number}: {'/'.join(map(str, path))}/0"
                    yield name, lambda new, example=example, path=path: changed(
                        example, path, beginning(new))

    def test_both_take_or_refuse_a_value(self):
        mistakes = [((name, repr(candidate)), put(candidate))
                    for name, put in self.values() for candidate in CANDIDATES]
        refused = self.assert_alike(mistakes)
        always_accepted = {name for (name, _), _ in mistakes} - {name for name, _ in refused}
        self.assertEqual(always_accepted, set())

    def test_both_know_the_same_words(self):
        """Those that the loader would rather have, and those that the schema lists."""
        values = list(self.values())
        wrong = [put("no such word") for _, put in values]
        tried = []
        for (name, put), document, complaints in zip(values, wrong, self.loader.read(wrong)):
            words = {word for complaint in complaints for word in complaint.known}
            words |= self.schema.words_instead(document)
            tried += [((name, word), put(load(word))) for word in sorted(words)
                      if re.fullmatch(r"[\w.-]+", word)]  # no example of a list or map
        self.assertTrue(tried)
        self.assert_alike(tried)

    def test_both_want_the_same_keys(self):
        """A key is left out, left empty, or borrowed from another object of its type."""
        values = {}
        for _, example, path, node in self.objects():
            for key, value in at(example, path).items():
                values.setdefault(id(node), {}).setdefault(key, value)
        mistakes = []
        for name, example, path, node in self.objects():
            here = at(example, path)
            mistakes += [(f"{name} without {key}", changed(example, path, without(key)))
                         for key in here]
            mistakes += [(f"{name} with an empty {key}", changed(example, path, having(key, "")))
                         for key in self.required_keys(example, node)]
            mistakes += [(f"{name} with {key}", changed(example, path, having(key, value)))
                         for key, value in values[id(node)].items() if key not in here]
        self.assertTrue(self.assert_alike(mistakes))


class Files:
    """Tests of the files there are, for whoever also is a unittest.TestCase."""

    schema = None
    good = []
    bad = []  # files of tests/bad
    modeline = ""

    def test_files_name_their_schema(self):
        self.assertTrue(self.good)
        for path in self.good:
            self.assertEqual(path.read_text(encoding="utf-8").partition("\n")[0], self.modeline)

    def test_files_are_accepted(self):
        for path in self.good:
            document = load(path.read_text(encoding="utf-8"))
            self.assertEqual(self.schema.why_not(document), [], path)

    def test_bad_files_are_refused_where_a_schema_can_see_it(self):
        """expected.txt has lines such as `key-unknown job.yaml:6:1`."""
        self.assertTrue(self.bad)
        for path in self.bad:
            case = next(folder for folder in path.parents if (folder / "expected.txt").exists())
            lines = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
            codes = {line.split(" ")[0] for line in lines if f" {path.relative_to(case)}" in line}
            if any(code.startswith("yaml-") for code in codes - SCHEMA_CODES):
                continue  # what is no YAML for the loader never comes to the schema
            with self.subTest(path=path):
                document = load(path.read_text(encoding="utf-8"))
                if codes & SCHEMA_CODES:
                    self.assertFalse(self.schema.accepts(document), "the schema takes it")
                elif not codes & SOMETIMES_SCHEMA_CODES:
                    self.assertEqual(self.schema.why_not(document), [])
