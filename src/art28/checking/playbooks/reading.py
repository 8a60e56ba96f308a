"""YAML -> playbook, with every problem told by its line; `docs/guide` documents the format, `shipped/` holds examples."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from art28.agreement.catalogue import FactSpec, FactType, catalogue
from art28.checking.flags.flag import hours_in
from art28.checking.model import Message, Status
from art28.checking.playbooks.judging import position
from art28.checking.playbooks.model import (
    Condition,
    InvalidPlaybook,
    Operator,
    Playbook,
    PlaybookRule,
    PlaybookTest,
    Position,
    Problem,
)
from art28.checking.requirements import requirements

Given = str | int | bool | tuple[str, ...]
_MOST_BYTES = 200_000
_RULE_KEYS = (
    "id",
    "title",
    "fact",
    "requirement",
    "required",
    "preferred",
    "acceptable",
    "walk_away",
    "silent",
    "fallback",
)
_POSITIONS = ("required", "preferred", "acceptable", "walk_away")
_TEST_KEYS = ("name", "facts", "verdicts", "expect")
_LANGUAGES = ("nl", "en")
_REGIONS = ("EEA", "EU", "NL")


def shipped() -> tuple[str, ...]:
    """The names of the playbooks that come with art28."""
    folder = files("art28.checking.playbooks").joinpath("shipped")
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))


def source_of(name: str) -> str:
    """The file of a playbook that comes with art28. Raises KeyError for another name."""
    if name not in shipped():
        raise KeyError(name)
    return files("art28.checking.playbooks").joinpath("shipped", f"{name}.yaml").read_text(encoding="utf-8")


@cache
def shipped_playbook(name: str) -> Playbook:
    """A playbook that comes with art28. Raises KeyError for another name."""
    return read_playbook(source_of(name), source=name)


def read_playbook(content: str, *, source: str) -> Playbook:
    """The playbook in `content`; raises InvalidPlaybook, which names every problem in it with its line."""
    if len(content) > _MOST_BYTES:
        raise InvalidPlaybook(source, (problem_at(1, "too_long", most=str(_MOST_BYTES)),))
    reader = _Reader()
    try:
        root = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line + 1 if mark else 1
        why = getattr(error, "problem", None) or "YAML"
        raise InvalidPlaybook(source, (problem_at(line, "no_yaml", why=why),)) from error
    except RecursionError as error:
        raise InvalidPlaybook(source, (problem_at(1, "too_deep"),)) from error
    playbook = reader.playbook(root)
    if reader.problems or playbook is None:
        raise InvalidPlaybook(source, tuple(reader.problems))
    return playbook


def failed_tests(playbook: Playbook, *, on: date) -> Iterator[Problem]:
    """The tests of a playbook that don't come out as expected."""
    for test in playbook.tests:
        for rule in playbook.rules:
            if rule.id not in test.expected:
                continue
            given = test.verdicts.get(rule.requirement) if rule.requirement else test.facts.get(rule.fact)
            stands = position(rule, given, on=on)
            if stands is not test.expected[rule.id]:
                wanted = test.expected[rule.id]
                yield problem_at(test.line, "test_fails", test=test.name, rule=rule.id, stands=stands, wanted=wanted)


def problem_at(line: int, what: str, **values: str) -> Problem:
    """A problem by its key under `playbook_problem` in `messages.toml`."""
    return Problem(line, Message(f"playbook_problem.{what}", values))


class _Reader:
    """Reads nodes, and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def problem(self, node: yaml.Node | None, what: str, **values: str) -> None:
        line = node.start_mark.line + 1 if node is not None else 1
        self.problems.append(problem_at(line, what, **values))

    def playbook(self, root: yaml.Node | None) -> Playbook | None:
        entries = self.mapping(root, ("playbook", "title", "rules", "tests"), "playbook")
        if entries is None:
            return None
        name = self.text(entries.get("playbook"), root, "playbook", "such_name", such="our-rules")
        rules = tuple(filter(None, (self.rule(node) for node in self.items(entries.get("rules"), "rules"))))
        if not rules and not self.problems:
            self.problem(root, "no_rules")
        ids = [rule.id for rule in rules]
        for twice in sorted({each for each in ids if ids.count(each) > 1}):
            self.problem(entries.get("rules"), "called_twice", rule=twice)
        tests = tuple(
            filter(None, (self.test(node, rules) for node in self.items(entries.get("tests"), "tests", needed=False)))
        )
        return Playbook(name, self.texts(entries.get("title"), "title"), rules, tests)

    def rule(self, node: yaml.Node) -> PlaybookRule | None:
        entries = self.mapping(node, _RULE_KEYS, "rule")
        if entries is None:
            return None
        name = self.text(entries.get("id"), node, "id", "such_name", such="breach-deadline")
        fact = self.known(entries.get("fact"), catalogue(), "fact")
        requirement = self.known(entries.get("requirement"), requirements(), "requirement")
        if bool(fact) == bool(requirement):
            if "fact" not in entries and "requirement" not in entries:
                self.problem(node, "about_nothing", rule=name)
            elif fact:
                self.problem(node, "about_both", rule=name)
            return None
        conditions = {key: self.condition(entries[key], key, fact, requirement) for key in _POSITIONS if key in entries}
        if not conditions:
            self.problem(node, "no_position", rule=name, choices=", ".join(_POSITIONS))
        silent = self.position(entries.get("silent"), Position.BELOW)
        return PlaybookRule(
            id=name,
            title=self.texts(entries.get("title"), "title", needed=True, at=node),
            fact=fact,
            requirement=requirement,
            required=conditions.get("required"),
            preferred=conditions.get("preferred"),
            acceptable=conditions.get("acceptable"),
            walk_away=conditions.get("walk_away"),
            silent=silent,
            fallback=self.texts(entries.get("fallback"), "fallback"),
        )

    def condition(self, node: yaml.Node, key: str, fact: str, requirement: str) -> Condition | None:
        """`PT24H or less` is written "at most PT24H"; a value alone, or a list of values, must be one of them."""
        spec = catalogue().get(fact)
        if isinstance(node, yaml.SequenceNode):
            values = tuple(self.scalar(each) for each in node.value)
            written = ", ".join(map(str, values))
            return self.among(node, Condition(Operator.ONE_OF, values, written), key, spec, requirement)
        if not isinstance(node, yaml.ScalarNode):
            self.problem(node, "no_value_or_list", key=key)
            return None
        for operator in (Operator.AT_MOST, Operator.AT_LEAST, Operator.WITHIN):
            if node.value.startswith(f"{operator.value} "):
                return self.compared(node, operator, node.value.removeprefix(f"{operator.value} ").strip(), spec)
        value = self.scalar(node)
        return self.among(node, Condition(Operator.ONE_OF, (value,), str(node.value)), key, spec, requirement)

    def compared(self, node: yaml.Node, operator: Operator, bound: str, spec: FactSpec | None) -> Condition | None:
        written = f"{operator.value} {bound}"
        if operator is Operator.WITHIN:
            if bound not in _REGIONS or spec is None or spec.type is not FactType.RECORDS:
                self.problem(node, "within", written=written)
                return None
            return Condition(operator, (bound,), written)
        if spec is not None and spec.type is FactType.MONEY:
            if not bound.isdigit():
                self.problem(node, "no_amount", written=bound)
                return None
            return Condition(operator, (int(bound),), written)
        if spec is None or spec.type is not FactType.DURATION:
            self.problem(node, "not_comparable", written=written)
            return None
        try:
            hours_in(bound)
        except ValueError:
            self.problem(node, "no_period", written=bound)
            return None
        return Condition(operator, (bound,), written)

    def among(
        self, node: yaml.Node, condition: Condition, key: str, spec: FactSpec | None, requirement: str
    ) -> Condition | None:
        """`condition`, whose values the fact or the verdict can have."""
        allowed: tuple[str, ...] = tuple(Status) if requirement else spec.values if spec else ()
        for value in condition.values:
            if spec is not None and spec.type is FactType.FLAG and not isinstance(value, bool):
                self.problem(node, "no_flag", key=key, value=str(value), fact=spec.key)
                return None
            if allowed and str(value) not in allowed:
                self.problem(node, "unknown_value", key=key, value=str(value), choices=", ".join(allowed))
                return None
        return condition

    def position(self, node: yaml.Node | None, default: Position) -> Position:
        if node is None:
            return default
        value = str(self.scalar(node))
        if value in tuple(Position):
            return Position(value)
        self.problem(node, "unknown_position", value=value, choices=", ".join(Position))
        return default

    def test(self, node: yaml.Node, rules: tuple[PlaybookRule, ...]) -> PlaybookTest | None:
        entries = self.mapping(node, _TEST_KEYS, "test")
        if entries is None:
            return None
        expected = self.values(entries.get("expect"))
        known = {rule.id for rule in rules}
        for name, value in expected.items():
            if name not in known:
                self.problem(entries.get("expect"), "unknown_rule", rule=name, choices=", ".join(sorted(known)))
            if str(value) not in tuple(Position):
                self.problem(entries.get("expect"), "unknown_position", value=str(value), choices=", ".join(Position))
        return PlaybookTest(
            name=self.text(entries.get("name"), node, "name", "such_test"),
            facts=self.values(entries.get("facts")),
            verdicts={key: str(value) for key, value in self.values(entries.get("verdicts")).items()},
            expected={key: Position(str(value)) for key, value in expected.items() if str(value) in tuple(Position)},
            line=node.start_mark.line + 1,
        )

    def mapping(self, node: yaml.Node | None, keys: tuple[str, ...], what: str) -> Mapping[str, yaml.Node] | None:
        if not isinstance(node, yaml.MappingNode):
            self.problem(node, f"{what}_as_keys", key=keys[0])
            return None
        entries: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value not in keys:
                self.problem(key, f"unknown_key_of_{what}", key=str(key.value), choices=", ".join(keys))
            entries[str(key.value)] = value
        return entries

    def items(self, node: yaml.Node | None, what: str, *, needed: bool = True) -> tuple[yaml.Node, ...]:
        if isinstance(node, yaml.SequenceNode):
            return tuple(node.value)
        if node is not None or needed:
            self.problem(node, "no_list", key=what)
        return ()

    def values(self, node: yaml.Node | None) -> dict[str, Given]:
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            self.problem(node, "no_keys")
            return {}
        return {
            str(key.value): tuple(str(self.scalar(each)) for each in value.value)
            if isinstance(value, yaml.SequenceNode)
            else self.scalar(value)
            for key, value in node.value
        }

    def texts(
        self, node: yaml.Node | None, what: str, *, needed: bool = False, at: yaml.Node | None = None
    ) -> Mapping[str, str]:
        """A text, or one by language."""
        if node is None:
            if needed:
                self.problem(at, "no_words", key=what)
            return {}
        if isinstance(node, yaml.ScalarNode):
            return dict.fromkeys(_LANGUAGES, str(node.value))
        entries = self.mapping(node, _LANGUAGES, "words") or {}
        return {
            language: str(each.value).strip() for language, each in entries.items() if isinstance(each, yaml.ScalarNode)
        }

    def text(self, node: yaml.Node | None, at: yaml.Node | None, key: str, what: str, **values: str) -> str:
        if isinstance(node, yaml.ScalarNode) and node.value:
            return str(node.value)
        self.problem(node or at, what, key=key, **values)
        return ""

    def known(self, node: yaml.Node | None, names: Mapping[str, object], what: str) -> str:
        if node is None:
            return ""
        if isinstance(node, yaml.ScalarNode) and node.value in names:
            return str(node.value)
        self.problem(node, f"unknown_{what}", name=str(getattr(node, "value", "?")))
        return ""

    def scalar(self, node: yaml.Node) -> str | int | bool:
        if not isinstance(node, yaml.ScalarNode):
            self.problem(node, "no_value")
            return ""
        if node.tag == "tag:yaml.org,2002:bool":
            return node.value.lower() in ("true", "yes", "on")
        if node.tag == "tag:yaml.org,2002:int" and node.value.isdigit():
            return int(node.value)
        return str(node.value)
