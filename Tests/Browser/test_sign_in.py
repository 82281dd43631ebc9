"""The officer's way in: a one-time address, like a notebook server's."""

from playwright.sync_api import expect


def sign_in(page, address):
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()


def test_a_visitor_is_told_how_to_sign_in(page):
    assert page.goto("/home").status == 401
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in first")
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_the_address_leads_by_one_button_to_the_first_page(page, server):
    sign_in(page, server.take_sign_in_address())
    page.wait_for_url("**/home")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_looking_at_the_address_does_not_use_it_up(page, without_script, server):
    address = server.take_sign_in_address()
    page.goto(address)
    page.reload()
    sign_in(without_script, address)
    without_script.wait_for_url("**/home")


def test_the_address_signs_in_once(page, phone, server):
    address = server.take_sign_in_address()
    sign_in(page, address)
    page.wait_for_url("**/home")
    sign_in(phone, address)
    expect(phone.get_by_role("heading", level=1)).to_have_text("This address has been used")
    assert phone.goto("/home").status == 401


def test_signing_out_closes_the_door(page, server):
    sign_in(page, server.take_sign_in_address())
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    assert page.goto("/home").status == 401


def test_no_script_and_no_other_site_can_read_the_session(officer):
    for cookie in officer.context.cookies():
        assert cookie["httpOnly"], cookie["name"]
        assert cookie["sameSite"] in ("Lax", "Strict"), cookie["name"]
