"""Word's automatic numbering: the numbers are not typed, Word computes them."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from builder.source import Block, Number

FORMATS = {
    "decimal": "decimal",
    "dotted": "decimal",
    "alpha": "lowerLetter",
    "ALPHA": "upperLetter",
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
}
INDENTS = (0, 720, 1287, 1854)  # of the main list's levels, in twentieths of a point
Pattern = tuple[str, str, str]


def element(tag: str, **attributes: str) -> Any:
    """An element of WordprocessingML with attributes of that namespace."""
    out = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        out.set(qn(f"w:{name}"), value)
    return out


def pattern(number: Number) -> Pattern:
    """What must be equal for two numbers to be of one list level."""
    return number.prefix, f"{number.form}{len(number.values)}", number.suffix


class Numbering:
    """The numbering part of one document.

    Articles, their clauses and the lettered points under them are levels of one multilevel list, as Word's own are; any
    other list is a list of its own. Counters are kept as Word keeps them, and where the source prints another number than
    the next one, the paragraph gets a list instance that restarts its level at that number.
    """

    def __init__(self, root: Any) -> None:
        self.root = root
        for child in list(root):
            root.remove(child)
        self.definitions: list[Any] = []
        self.instances = 0
        self.main: Any = None
        self.main_levels: dict[int, Pattern] = {}
        self.counters = [0, 0, 0, 0]
        self.article_instance = self.clause_instance = 0
        self.in_article = False
        self.lists: dict[Pattern, tuple[Any, int, int]] = {}

    def number(self, block: Block) -> tuple[int, int]:
        """The list instance and level that make Word print this block's number."""
        assert block.number is not None  # noqa: S101
        if block.kind == "heading":
            self.in_article = True
            return self.in_main(0, block.number)
        level = self.main_level(block.number) if self.in_article else None
        return self.in_list(block.number) if level is None else self.in_main(level, block.number)

    def main_level(self, number: Number) -> int | None:
        """The level of the main list that a clause's number fits, if any."""
        level = {"dotted": len(number.values) - 1, "decimal": 1, "alpha": 2, "roman": 3}.get(number.form)
        if level is None or (level > 2 and number.form == "dotted"):
            return None
        if number.form == "dotted" and list(number.values[:-1]) != self.counters[: len(number.values) - 1]:
            return None
        return level if self.main_levels.get(level, pattern(number)) == pattern(number) else None

    def in_main(self, level: int, number: Number) -> tuple[int, int]:
        if self.main is None:
            self.main = self.define("multilevel")
            self.article_instance = self.clause_instance = self.instance(self.main)
        if level not in self.main_levels:
            self.main_levels[level] = pattern(number)
            parents = "".join(f"%{n}." for n in range(1, level + 1)) if number.form == "dotted" else ""
            text = f"{number.prefix}{parents}%{level + 1}{number.suffix}"
            self.add_level(self.main, level, number, text, indent=INDENTS[level])
        value = number.values[-1]
        instance = self.clause_instance if level else self.article_instance
        if value != self.counters[level] + 1:
            instance = self.instance(self.main, {level: value})
        self.counters[level:] = [value] + [0] * (len(self.counters) - level - 1)
        self.clause_instance = instance
        if not level:
            self.article_instance = instance
        return instance, level

    def in_list(self, number: Number) -> tuple[int, int]:
        value = number.values[-1]
        typed = "".join(f"{v}." for v in number.values[:-1])
        key = (number.prefix + typed, *pattern(number)[1:])
        if key not in self.lists:
            definition = self.define("singleLevel")
            indent = 567 + 567 * number.depth
            self.add_level(definition, 0, number, f"{number.prefix}{typed}%1{number.suffix}", indent=indent)
            self.lists[key] = (definition, 0, 0)
        definition, instance, last = self.lists[key]
        if not instance or value != last + 1:
            instance = self.instance(definition, {0: value})
        self.lists[key] = (definition, instance, value)
        return instance, 0

    def bullets(self) -> int:
        """An instance of a bulleted list."""
        definition = self.define("hybridMultilevel")
        level = element("lvl", ilvl="0")
        level.extend([element("start", val="1"), element("numFmt", val="bullet"), element("lvlText", val="•")])
        level.append(element("lvlJc", val="left"))
        properties = element("pPr")
        properties.append(element("ind", left="567", hanging="283"))
        level.append(properties)
        definition.append(level)
        return self.instance(definition)

    def define(self, kind: str) -> Any:
        definition = element("abstractNum", abstractNumId=str(len(self.definitions)))
        definition.append(element("multiLevelType", val=kind))
        self.root.insert(len(self.definitions), definition)
        self.definitions.append(definition)
        return definition

    def add_level(self, definition: Any, level: int, number: Number, text: str, *, indent: int) -> None:
        article = definition is self.main and level == 0
        hanging = 0 if article else 720 if level == 1 else 567
        new = element("lvl", ilvl=str(level))
        new.append(element("start", val="1"))
        new.append(element("numFmt", val=FORMATS[number.form]))
        new.append(element("suff", val="space" if article else "tab"))
        new.append(element("lvlText", val=text))
        new.append(element("lvlJc", val="left"))
        properties = element("pPr")
        properties.append(element("ind", left=str(indent), hanging=str(hanging)))
        new.append(properties)
        later = [lvl for lvl in definition if lvl.tag == qn("w:lvl") and int(lvl.get(qn("w:ilvl"))) > level]
        if later:
            later[0].addprevious(new)
        else:
            definition.append(new)

    def instance(self, definition: Any, starts: dict[int, int] | None = None) -> int:
        self.instances += 1
        new = element("num", numId=str(self.instances))
        new.append(element("abstractNumId", val=definition.get(qn("w:abstractNumId"))))
        for level, value in (starts or {}).items():
            override = element("lvlOverride", ilvl=str(level))
            override.append(element("startOverride", val=str(value)))
            new.append(override)
        self.root.append(new)
        return self.instances
