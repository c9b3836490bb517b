"""content/profiles/*.md → what they say."""

from collections.abc import Mapping
from pathlib import Path

from app.competences.library.texts import ProfileText, each, html, names
from app.competences.rules import ProfileKind
from app.content.source import BadContent, Problem, Source, read_all


def read(root: Path, highest: Mapping[str, int]) -> tuple[tuple[ProfileText, ...], list[Problem]]:
    """Every profile below content/profiles, and what is wrong."""
    sources, problems = read_all(root, "profiles/*.md")
    profiles = each(sources, lambda source, _: _profile(source, highest), problems)
    problems += _families_of_two(profiles, {source.path: source for source in sources})
    return profiles, problems


def _profile(source: Source, highest: Mapping[str, int]) -> ProfileText:
    kind = source.text("kind")
    if kind not in set(ProfileKind):
        raise BadContent(source.problem(f"kind must be one of {', '.join(ProfileKind)}", "kind"))
    targets = source.meta.get("targets")
    if not isinstance(targets, dict) or not targets:
        raise BadContent(source.problem("targets is missing or not a list of `competence: level` lines", "targets"))
    problems = []
    for competence, level in targets.items():
        if competence not in highest:
            problems.append(source.problem(f"there is no competence {competence}", "targets", str(competence)))
        elif type(level) is not int or not 1 <= level <= highest[competence]:
            sentence = f"the level of {competence} must be a whole number from 1 to {highest[competence]}"
            problems.append(source.problem(sentence, "targets", competence))
    important = tuple(dict.fromkeys(source.texts("important")))
    problems += [
        source.problem(f"{one} is important but not among the targets", "important")
        for one in important
        if one not in targets
    ]
    if problems:
        raise BadContent(*problems)
    families = tuple(dict.fromkeys(source.texts("job_families")))
    return ProfileText(
        *names(source), ProfileKind(kind), families, targets, important, source.body.strip(), html(source)
    )


def _families_of_two(profiles: tuple[ProfileText, ...], sources: Mapping[str, Source]) -> list[Problem]:
    owner: dict[str, str] = {}
    problems = []
    for profile in profiles:
        for family in profile.families:
            if family in owner:
                sentence = f"the job family {family} already has the profile in {owner[family]}"
                problems.append(sources[profile.origin].problem(sentence, "job_families"))
            owner.setdefault(family, profile.origin)
    return problems
