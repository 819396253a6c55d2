"""What a client reads about the state of a sharing, and what they read when somebody presses."""

from family.texts.categories import language_of

STATES = {
    "en": {
        "waiting": "Signed. Nobody sees anything until they accept.",
        "in_force": "Sharing now.",
        "paused": "Paused. Nothing is shared.",
        "revoked": "You ended this.",
        "expired": "Ended on its last day.",
        "superseded": "Replaced by a newer version.",
        "discharged": "Ended when you left the program.",
        "flagged_false": "Ended by the program, because something in it was not right.",
    },
    "es": {
        "waiting": "Firmado. Nadie ve nada hasta que acepte.",
        "in_force": "Se comparte ahora.",
        "paused": "En pausa. No se comparte nada.",
        "revoked": "Usted terminó esto.",
        "expired": "Terminó en su último día.",
        "superseded": "Una versión más nueva tomó su lugar.",
        "discharged": "Terminó cuando dejó el programa.",
        "flagged_false": "El programa lo terminó, porque algo no era correcto.",
    },
}

# Static words: that somebody read them is stored nowhere.
PRESSURE = {
    "en": {
        "question": "Is someone pressing you to share this?",
        "private": "Your answer stays with you. It is not saved and not sent to anyone.",
        "help": [
            "You do not have to share. Saying no is fine, and your care stays the same.",
            "You can share less. Turn off what you do not want to show. Nobody gets a message.",
            "You can pause or end sharing at any time. The other person sees that sharing is off,"
            " and never why or since when.",
            "You can talk to your care team about it in your next session, or call the program.",
            "If you are in danger, call 911. For abuse at home you can call 1-800-799-7233 at any"
            " hour.",
        ],
    },
    "es": {
        "question": "¿Alguien le presiona para que comparta esto?",
        "private": "Su respuesta se queda con usted. No se guarda y no se envía a nadie.",
        "help": [
            "No tiene que compartir. Está bien decir que no, y su atención no cambia.",
            "Puede compartir menos. Apague lo que no quiera mostrar. Nadie recibe un mensaje.",
            "Puede pausar o terminar en cualquier momento. La otra persona ve que no se comparte,"
            " y nunca por qué ni desde cuándo.",
            "Puede hablar de esto con su equipo en la próxima sesión, o llamar al programa.",
            "Si está en peligro, llame al 911. Por violencia en casa puede llamar al"
            " 1-800-799-7233 a cualquier hora.",
        ],
    },
}


def state_words(state: str, language: str) -> str:
    """Return the sentence for a state."""
    return STATES[language_of(language)][state]


def pressure_help(language: str) -> dict[str, object]:
    """Return the question, that it is private, and what somebody can do."""
    return dict(PRESSURE[language_of(language)])
