"""The app in Spanish: from the door to a check-in and back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from backend import demo
from tests.journeys.chromium import (
    HOMES,
    NEW_YORK,
    PHONE,
    wait_for_the_shell,
    window,
)
from tests.journeys.live import PASSWORD, LiveSystem

MAYA = demo.key("maya")
ROSA = demo.key("rosa")


@pytest.fixture(autouse=True)
def _as_it_was(live_system: LiveSystem) -> Iterator[None]:
    yield
    User.objects.filter(pk__in=[MAYA, ROSA]).update(language="en")


def enter_in_spanish(browser: Browser, live: LiveSystem, key: str = "maya") -> Page:
    """Choose Spanish at the door and come in."""
    page = window(browser, live.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    page.get_by_role("button", name="Español").click()
    page.get_by_label("Correo electrónico").fill(f"{key}@example.org")
    page.get_by_label("Contraseña", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.wait_for_url(HOMES)
    return page


def spoken(page: Page) -> str:
    return str(page.evaluate("() => document.documentElement.lang"))


def test_a_choice_at_the_door_comes_in_with_the_person(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill("maya@example.org")
    page.get_by_role("button", name="Español").click()

    expect(page.get_by_role("heading", name="Entrar")).to_be_visible()
    expect(page.get_by_label("Correo electrónico")).to_have_value("maya@example.org")
    page.get_by_label("Contraseña", exact=True).fill("not the one that it is")
    page.get_by_role("button", name="Entrar", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("El correo y la contraseña no coinciden")
    page.get_by_label("Contraseña", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Entrar", exact=True).click()
    page.wait_for_url(HOMES)

    expect(page.get_by_role("heading", level=1)).to_contain_text(
        re.compile("Buenos días|Buenas|Hola")
    )
    live_system.until(lambda: User.objects.get(pk=MAYA).language == "es", "the language to be told")
    page.reload()
    expect(page.get_by_role("link", name="Ayuda ahora")).to_be_visible()
    assert spoken(page) == "es"


def test_a_check_in_in_spanish_also_with_no_signal(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = enter_in_spanish(browser, live_system)
    wait_for_the_shell(page)
    page.goto("/check-in")
    expect(page.get_by_role("radio", name="6", exact=True)).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("radio", name="6", exact=True).click()

    page.get_by_role("radio", name="Sí, me siento a salvo").click()
    expect(page.get_by_role("heading", name="¿Cuántas horas durmió?")).to_be_visible()
    page.get_by_role("button", name="Terminar ya").click()
    page.get_by_role("button", name="Guardar el registro").click()
    expect(page.get_by_role("heading", name="Gracias por hacer el registro")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Guardado en este teléfono")
    page.context.set_offline(False)

    expect(page.get_by_role("main")).to_contain_text("Recibido")


def test_help_speaks_either_language_to_whoever_opens_it(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/help")
    page.get_by_role("button", name="Español").click()

    expect(page.get_by_role("heading", name="Ayuda ahora")).to_be_visible()
    spanish_text = page.get_by_role("link", name="Enviar AYUDA al 988")
    expect(spanish_text).to_have_attribute("href", "sms:988?body=AYUDA")

    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Help now")).to_be_visible()
    expect(page.get_by_role("link", name="Text 988")).to_have_attribute("href", "sms:988")


def test_back_to_english_from_me_with_half_written_words_kept(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = enter_in_spanish(browser, live_system)
    page.goto("/me")
    page.get_by_role("link", name="Idioma").click()
    page.get_by_role("radio", name="English").click()

    expect(page.get_by_role("status").filter(has_text="Changed.")).to_be_visible()
    assert spoken(page) == "en"
    live_system.until(lambda: User.objects.get(pk=MAYA).language == "en", "the language to be told")
    page.get_by_role("link", name="Today").click()
    expect(page.get_by_role("heading", name="Today’s check-in")).to_be_visible()


def test_each_language_has_its_own_lessons_on_the_device(
    browser: Browser, live_system: LiveSystem
) -> None:
    page = window(browser, live_system.url, size=PHONE, zone=NEW_YORK).new_page()
    page.goto("/learn")
    wait_for_the_shell(page)
    page.reload()
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_role("heading", name="Aprender")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Qué es la depresión")

    page.wait_for_function(
        """async () => {
            const cache = await caches.open('lessons');
            const urls = (await cache.keys()).map((one) => one.url);
            const of = (language) => urls.filter((url) => url.endsWith(`language=${language}`));
            return of('en').length > 10 && of('es').length > 10;
        }"""
    )
