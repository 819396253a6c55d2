"""Ready scoring definitions. Wording comes with each file, never from here; numbers and sources
stand in docs/clinical-numbers.md.
"""

from dataclasses import dataclass, field

from core.said import observe


@dataclass(frozen=True)
class Band:
    """Totals from `low` on: a word for clinicians, and plain words for the client."""

    low: int
    word: str
    plain: str


@dataclass(frozen=True)
class Instrument:
    """One instrument: its items by LOINC code or number, what they weigh, what that means."""

    key: str
    name: str
    panel: str  # LOINC code of the whole; empty where none could be verified
    items: tuple[str, ...]  # LOINC codes in order; empty where none could be verified
    count: int
    highest: int  # what one item weighs at most; each weighs 0 at least
    bands: tuple[Band, ...]
    multiplier: int = 1
    totals: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()  # items that belong to the panel and are not summed
    reversed: tuple[str, ...] = ()
    critical: dict[str, str] = field(default_factory=dict)  # code to kind
    counts: tuple[tuple[str, int, int, int, int], ...] = ()  # name, first, last, at least, needed
    licence: str = ""
    attribution: str = ""


PHQ_9 = Instrument(
    key="phq-9",
    name="PHQ-9",
    panel="44249-1",
    items=(
        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
        "44260-8",
    ),
    count=9,
    highest=3,
    bands=(
        Band(0, observe("band", "minimal"), observe("band", "very little")),
        Band(5, observe("band", "mild"), observe("band", "a little")),
        Band(10, observe("band", "moderate"), observe("band", "some")),
        Band(15, observe("band", "moderately severe"), observe("band", "a lot")),
        Band(20, observe("band", "severe"), observe("band", "very much")),
    ),
    totals=("44261-6",),
    beside=("69722-7",),
    critical={"44260-8": "self_harm"},
    licence="free_with_conditions",
    attribution=(
        "PHQ-9. Copyright © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, "
        "Kurt Kroenke and colleagues. No permission required to reproduce, translate, display or "
        "distribute."
    ),
)  # fmt: skip

GAD_7 = Instrument(
    key="gad-7",
    name="GAD-7",
    panel="69737-5",
    items=("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"),
    count=7,
    highest=3,
    bands=(
        Band(0, observe("band", "minimal"), observe("band", "very little")),
        Band(5, observe("band", "mild"), observe("band", "a little")),
        Band(10, observe("band", "moderate"), observe("band", "some")),
        Band(15, observe("band", "severe"), observe("band", "a lot")),
    ),
    totals=("70274-6",),
    beside=("69722-7",),
    licence="free_with_conditions",
    attribution=(
        "GAD-7. Copyright © Pfizer Inc. Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, "
        "Kurt Kroenke and colleagues. No permission required to reproduce, translate, display or "
        "distribute."
    ),
)

AUDIT_C = Instrument(
    key="audit-c",
    name="AUDIT-C",
    panel="72109-2",
    items=("68518-0", "68519-8", "68520-6"),
    count=3,
    highest=4,
    # 3, the lower of the two published thresholds: nobody's sex is kept here.
    bands=(
        Band(0, observe("band", "below the threshold"), observe("band", "lower")),
        Band(3, observe("band", "positive screen"), observe("band", "higher")),
    ),
    totals=("75626-2",),
    licence="free_with_conditions",
    attribution="AUDIT-C. © World Health Organization; free for non-commercial use.",
)

DAST_10 = Instrument(
    key="dast-10",
    name="DAST-10",
    panel="82666-9",
    items=(
        "68525-5", "68526-3", "68527-1", "68528-9", "68529-7", "68530-5", "68531-3", "68532-1",
        "68533-9", "68534-7",
    ),
    count=10,
    highest=1,
    bands=(
        Band(0, observe("band", "none reported"), observe("band", "very little")),
        Band(1, observe("band", "low"), observe("band", "a little")),
        Band(3, observe("band", "moderate"), observe("band", "some")),
        Band(6, observe("band", "substantial"), observe("band", "a lot")),
        Band(9, observe("band", "severe"), observe("band", "very much")),
    ),
    totals=("82667-7",),
    reversed=("68527-1",),
    licence="free_with_conditions",
    attribution=(
        "DAST-10. © Harvey A. Skinner and the Centre for Addiction and Mental Health; "
        "non-commercial use with credit."
    ),
)  # fmt: skip

PCL_5 = Instrument(
    key="pcl-5",
    name="PCL-5",
    panel="101697-1",
    items=(),
    count=20,
    highest=4,
    bands=(
        Band(0, observe("band", "below the threshold"), observe("band", "lower")),
        Band(31, observe("band", "probable PTSD"), observe("band", "higher")),
    ),
    totals=("101698-9",),
    counts=(("B", 1, 5, 2, 1), ("C", 6, 7, 2, 1), ("D", 8, 14, 2, 2), ("E", 15, 20, 2, 2)),
    licence="public_domain",
    attribution="PCL-5. National Center for PTSD, U.S. Department of Veterans Affairs.",
)

WHO_5 = Instrument(
    key="who-5",
    name="WHO-5",
    panel="",
    items=(),
    count=5,
    highest=5,
    multiplier=4,
    bands=(
        Band(0, observe("band", "low well-being"), observe("band", "low")),
        Band(51, observe("band", "well-being not low"), observe("band", "good")),
    ),
    licence="free_with_conditions",
    attribution="WHO-5 Well-Being Index. © World Health Organization, CC BY-NC-SA 3.0 IGO.",
)

READY = {one.key: one for one in (PHQ_9, GAD_7, PCL_5, AUDIT_C, DAST_10, WHO_5)}
BY_PANEL = {one.panel: one for one in READY.values() if one.panel}
BY_TOTAL = {code: one for one in READY.values() for code in one.totals}
TOTAL_CODES = frozenset(BY_TOTAL)

# Items that somebody must look at wherever they stand, also in a questionnaire without a score:
# PHQ-9 item 9, and the questions of the Columbia screener.
CRITICAL_CODES = {
    "44260-8": "self_harm",
    "93246-7": "self_harm",
    "93247-5": "self_harm",
    "93248-3": "self_harm",
    "93249-1": "suicide_intent",
    "93250-9": "suicide_intent",
    "93267-3": "self_harm",
    "93269-9": "suicide_act",
}

# What “yes” and “no” are called, by code. What an answer is called on screen never decides.
YES = {"LA33-6", "373066001", "Y", "true"}
NO = {"LA32-8", "373067005", "N", "false"}
