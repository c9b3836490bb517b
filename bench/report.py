"""The figures as tables and as lines of JSON, with each bar and whether it is met."""

import json
import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import journey, panels, search, wishes
from bench.journey import Page
from bench.pages import Counted, Timed
from bench.panels import Lottery
from bench.search import MOST_MEDIAN, MOST_WORST, Searches
from bench.storm import SEATS, Rate, Storm
from bench.wishes import Met

RESULTS = Path(__file__).parent / "results"
HEAD = (
    f"{'page':18}{'web ms':>8}{'x floor':>9}{'pg ms':>8}{'SQL':>5}{'p50/1':>8}{'p95/1':>8}"
    f"{'p50/8':>8}{'p95/8':>8}{'req/s':>8}{'HTML kB':>9}{'gzip':>6}  bars"
)


@dataclass
class Report:
    """Everything that was found, and which bars were missed."""

    file: Path
    missed: list[str] = field(default_factory=list)
    met: int = 0

    def note(self, **values: Any) -> None:
        """Write a line of JSON."""
        with self.file.open("a") as out:
            out.write(json.dumps(values, ensure_ascii=False) + "\n")

    def judge(self, bar: str, is_met: bool) -> str:
        """Remember whether a bar is met; returns the words for it."""
        if is_met:
            self.met += 1
        else:
            self.missed.append(bar)
        return f"{bar}: {'ok' if is_met else 'MISSED'}"

    def page(self, database: str, page: Page, counted: Counted, timed: Timed) -> None:
        """A line of the table of pages."""
        bars = [] if page is journey.FLOOR else self._bars(database, page, counted, timed.times_floor)
        if timed.errors:
            bars.append(self.judge(f"{database} {page.name} without an error", False))
        print(
            f"{page.name:18}{timed.web_cpu:8.2f}{timed.times_floor:9.2f}{timed.postgresql_cpu:8.2f}{counted.statements:5}"
            f"{timed.median_1:8.1f}{timed.p95_1:8.1f}{timed.median_8:8.1f}{timed.p95_8:8.1f}{timed.per_second:8.0f}"
            f"{counted.html_bytes / 1000:9.1f}{counted.zipped_bytes / 1000:6.1f}  {_short(bars)}",
            flush=True,
        )
        figures = {"statements": counted.statements, "html_bytes": counted.html_bytes}
        self.note(what="page", database=database, page=page.name, **figures, **timed.as_dict())

    def _bars(self, database: str, page: Page, counted: Counted, times_floor: float) -> list[str]:
        name = f"{database} {page.name}"
        bars = [
            self.judge(f"{name} SQL <= {page.most_statements}", counted.statements <= page.most_statements),
            self.judge(f"{name} HTML < 60 kB", counted.html_bytes < journey.MOST_HTML_BYTES),
        ]
        if page.has_cpu_bar:
            most = page.most_times_floor
            bars.append(self.judge(f"{name} CPU <= {most:.0f} x floor", times_floor <= most))
        return bars

    def absent(self, database: str, page: Page, reason: str) -> None:
        """A page that could not be measured."""
        self.judge(f"{database} {page.name} can be measured ({reason})", False)
        print(f"{page.name:18}{'–':>8}  {reason}", flush=True)
        self.note(what="page", database=database, page=page.name, absent=reason)

    def assets(self, database: str, sent: int) -> None:
        """What a first visit is sent besides HTML."""
        bar = self.judge(f"{database} first visit < 250 kB", sent < journey.MOST_ASSET_BYTES)
        print(f"assets of a first visit: {sent / 1000:.0f} kB transferred   {bar}")
        self.note(what="assets", database=database, bytes=sent)

    def signing_in(self, database: str, figures: dict[str, float]) -> None:
        """What the form of the sign-in page costs."""
        print(
            f"signing in: web {figures['web_cpu']:.0f} ms CPU, {figures['median_1']:.0f} ms, {figures['errors']} errors"
        )
        self.note(what="signing in", database=database, **{name: round(value, 2) for name, value in figures.items()})

    def rate(self, database: str, rate: Rate) -> None:
        """Sign-ups a second."""
        print(
            f"sign-ups, {rate.clients:2} clients: {rate.per_second:6.1f} a second, web {rate.web_cpu:.1f} ms and "
            f"PostgreSQL {rate.postgresql_cpu:.1f} ms CPU for each, {rate.errors} errors",
            flush=True,
        )
        self.note(what="sign-ups", database=database, **_rounded(vars(rate)))

    def storm(self, database: str, storm: Storm) -> None:
        """What came of the storm."""
        in_time = 0 < storm.seconds_until_gone < journey.MOST_STORM_SECONDS
        bars = [
            self.judge(f"{database} storm < 15 s", in_time),
            self.judge(f"{database} storm exactly {SEATS}, no error page, audit clean", storm.is_exact),
        ]
        print(
            f"storm: {storm.people} people, {SEATS} seats gone in {storm.seconds_until_gone:.1f} s (all served in "
            f"{storm.seconds:.1f} s): {storm.confirmed} confirmed, {storm.waitlisted} on the waitlist, {storm.errors} "
            f"errors, answers {storm.statuses}, audit {'clean' if storm.audit_is_clean else storm.audit_said}\n"
            f"       {_short(bars)}",
            flush=True,
        )
        self.note(what="storm", database=database, **_rounded(vars(storm)))

    def searches(self, database: str, found: Searches) -> None:
        """What the searches of the tests cost in a large catalogue."""
        bars = [
            self.judge(f"{database} search, median <= {MOST_MEDIAN} x floor", found.median <= MOST_MEDIAN),
            self.judge(f"{database} search, worst <= {MOST_WORST} x floor", found.worst <= MOST_WORST),
            self.judge(f"{database} search without an error", not found.errors),
        ]
        print(
            f"{found.searches} searches, {search.CITY.courses} courses, {database}: median {found.median:.1f} x floor "
            f"({found.floor_cpu:.2f} ms), worst {found.worst:.1f} x (“{found.dearest}”)   {_short(bars)}",
            flush=True,
        )
        self.note(what="search", database=database, **_rounded(vars(found)))

    def programme(self, cases: Iterable[Met]) -> None:
        """How fast and how fair wishes are met, a line for each case; judged by CPU, which a busy machine keeps."""
        print("\nprogramme: wishes that are met")
        found = []
        for met in cases:
            found.append(met)
            print(
                f"{met.people:5} people, skew {met.skew:.1f}: {met.seconds:6.2f} s, CPU {met.cpu:5.2f} s, worst off "
                f"{met.worst_off:4.1f} instead of {met.first_come:4.1f}, mean {met.mean:.1f} of at most {met.best:.1f} "
                f"({met.of_best:.1%})",
                flush=True,
            )
            self.note(what="wishes", **_rounded(vars(met)))
        bars = [
            self.judge(
                f"wishes of {people} people < {most:.0f} s",
                max(one.cpu for one in found if one.people == people) < most,
            )
            for people, most in wishes.MOST_SECONDS.items()
        ]
        times, part = wishes.LEAST_TIMES_FIRST_COME, wishes.LEAST_OF_BEST
        bars += [
            self.judge(f"worst off >= {times:.0f} x first come", all(one.is_fair for one in found)),
            self.judge(f"mean >= {part:.0%} of the best", all(one.of_best >= part for one in found)),
        ]
        print(f"       {_short(bars)}")

    def panels(self, lotteries: Iterable[Lottery]) -> None:
        """How long the fairest lottery takes, a line for each kind of town; the same clock."""
        print("\npanels: lotteries that are worked out, 150 volunteers for 18 seats")
        by_kind: dict[str, list[Lottery]] = {}
        for one in lotteries:
            by_kind.setdefault(one.kind, []).append(one)
            self.note(what="panels", **_rounded(vars(one)))
        for kind, found in by_kind.items():
            worst = max(one.cpu for one in found)
            bar = self.judge(f"panel of {kind} < {panels.MOST_SECONDS:.0f} s", worst < panels.MOST_SECONDS)
            print(
                f"{kind}: {len(found)} towns, median {statistics.median(one.seconds for one in found):.2f} s, worst "
                f"{max(one.seconds for one in found):.2f} s, CPU {worst:.2f} s   {bar}",
                flush=True,
            )

    def summary(self) -> None:
        """The last lines."""
        for bar in self.missed:
            print(f"missed: {bar}")
        print(f"bench: {self.met} bars met, {len(self.missed)} missed; figures in {self.file}")


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in values.items()}


def _short(bars: Iterable[str]) -> str:
    missed = [bar for bar in bars if bar.endswith("MISSED")]
    return "; ".join(missed) if missed else "ok"
