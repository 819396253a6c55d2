"""What clients are told about who reads what they write. A change of words is a new version."""

from datetime import datetime

from core import clock

NOT_MONITORED = "not_monitored"
VERSION = "1"

_ACCEPTED = {
    "en": (
        "Nobody reads this app all the time. Your care team reads what you write when the program"
        " is open. At night and on days off it may wait. If you are not safe, do not wait for an"
        " answer here. Call or text 988. If your life is in danger, call 911."
    ),
    "es": (
        "Nadie lee esta aplicación todo el tiempo. Su equipo lee lo que usted escribe cuando el"
        " programa está abierto. De noche y en días libres puede esperar. Si no está a salvo, no"
        " espere una respuesta aquí. Llame o escriba al 988. Si su vida corre peligro, llame al"
        " 911."
    ),
}
_SEEN = {
    "en": "A person will see this by {time}.",
    "es": "Antes {time} una persona verá esto.",
}
_NOBODY = {
    "en": (
        "Nobody is watching right now.{again} If you are not safe, call or text 988, or call 911."
    ),
    "es": (
        "Ahora no hay nadie mirando.{again} Si no está a salvo, llame o escriba al 988, o llame"
        " al 911."
    ),
}
_AGAIN = {"en": " A person will look after {time}.", "es": " Después {time} mirará alguien."}
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}


def not_monitored(language: str) -> str:
    """Return the words that everybody accepts when they begin."""
    return _ACCEPTED[_known(language)]


def sentence(
    *,
    seen_by: datetime | None,
    again_at: datetime | None,
    watched: bool,
    at: datetime,
    timezone: str,
    language: str,
) -> str:
    """Say honestly when a person will see what is said now, on the reader's own clock."""
    language = _known(language)
    if watched and seen_by is not None:
        return _SEEN[language].format(time=_time(seen_by, at, timezone, language))
    again = ""
    if again_at is not None:
        again = _AGAIN[language].format(time=_time(again_at, at, timezone, language))
    return _NOBODY[language].format(again=again)


def _known(language: str) -> str:
    short = language.partition("-")[0]
    return short if short in _SEEN else "en"


def _time(moment: datetime, at: datetime, timezone: str, language: str) -> str:
    local = moment.astimezone(clock.zone(timezone))
    day = _DAYS[language][local.weekday()]
    today = local.date() == clock.local_day(at, timezone)
    hour, morning = local.hour % 12 or 12, local.hour < 12
    if language == "es":
        # On the clock of twelve hours, as the rest of the app; one o'clock is one, not several.
        time = f"{'la' if hour == 1 else 'las'} {hour}:{local:%M} {'a.m.' if morning else 'p.m.'}"
        return f"de {time}" if today else f"del {day} a {time}"
    time = f"{hour}:{local:%M} {'AM' if morning else 'PM'}"
    return time if today else f"{day}, {time}"
