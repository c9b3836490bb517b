"""content/profiles/*.md → what they say."""

from collections.abc import Mapping
from pathlib import Path

from app.competences.library.texts import KEY, LONGEST_KEY, ProfileText, each, html, names
from app.competences.rules import ProfileKind
from app.content.source import BadContent, Problem, Source, read_all

LONGEST_TITLE = 200


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
    words = names(source)
    families = _families(source, words[3], words[4])
    return ProfileText(*words, ProfileKind(kind), families, targets, important, source.body.strip(), html(source))


def _families(source: Source, title: str, title_en: str) -> dict[str, tuple[str, str]]:
    """The families by id: a list of ids, or ids with two titles each. One without titles is called like the profile."""
    found = source.meta.get("job_families")
    if not isinstance(found, dict):
        ids = dict.fromkeys(source.texts("job_families"))
        if len(ids) > 1:
            sentence = "several job families need titles of their own: `id: [Titel, Title]`, each on a line"
            raise BadContent(source.problem(sentence, "job_families"))
        return {_id(source, one): (title, title_en) for one in ids}
    for one, titles in found.items():
        pair = titles if isinstance(titles, list) else []
        if len(pair) != 2 or not all(isinstance(word, str) and 0 < len(word.strip()) <= LONGEST_TITLE for word in pair):
            sentence = f"the job family {one} needs two titles of at most {LONGEST_TITLE} characters: [Titel, Title]"
            raise BadContent(source.problem(sentence, "job_families", str(one)))
    return {_id(source, one): (pair[0].strip(), pair[1].strip()) for one, pair in found.items()}


def _id(source: Source, found: object) -> str:
    if not isinstance(found, str) or not KEY.fullmatch(found) or len(found) > LONGEST_KEY:
        sentence = f"the id of a job family must be lower-case letters, digits and hyphens, not {found}"
        raise BadContent(source.problem(sentence, "job_families"))
    return found


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
